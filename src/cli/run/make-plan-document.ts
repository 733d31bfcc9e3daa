import { plainLedger } from "../documents/plain-ledger.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import { rivalLedger } from "../documents/rival-ledger.ts";
import type { PreparedSketch } from "./prepare-sketch.ts";

/** The document of a dry run. */
export function makePlanDocument({ head, prediction, limits, warnings }: PreparedSketch): PlanDocument {
  const { plan, ledger, nonzeros, registers } = prediction;
  return {
    schema: "kronket/sketch-plan/1",
    ...head,
    predicted: { ledger: plainLedger(ledger), nonzeros },
    rival: { ledger: rivalLedger(plan.factors.map(({ name, rows }) => ({ oracle: name, rows }))) },
    registers: registers.map((register) => ({ ...register })),
    limits: {
      memory: { ...limits.memory },
      time: { ...limits.time },
      qubits: limits.qubits === null ? null : { ...limits.qubits },
    },
    failureBudget: { ...plan.budget, stages: [...plan.budget.stages] },
    warnings: [
      ...warnings,
      ...plan.factors.flatMap(({ fallback }) => (fallback === undefined ? [] : [fallback])),
    ],
  };
}
