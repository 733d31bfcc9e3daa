import type { KroneckerPrediction } from "../../index.ts";
import { plainLedger } from "../documents/plain-ledger.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import { rivalLedger } from "../documents/rival-ledger.ts";
import type { MemoryNeed } from "./require-memory.ts";

/** The document of a dry run. */
export function makePlanDocument(
  head: Pick<PlanDocument, "version" | "seed" | "inputs" | "parameters">,
  { plan, ledger, nonzeros, registers }: KroneckerPrediction,
  memory: MemoryNeed,
  warnings: readonly string[],
): PlanDocument {
  return {
    schema: "kronket/sketch-plan/1",
    ...head,
    predicted: { ledger: plainLedger(ledger), nonzeros },
    rival: { ledger: rivalLedger(plan.factors.map(({ name, rows }) => ({ oracle: name, rows }))) },
    registers: registers.map((register) => ({ ...register })),
    memory: { ...memory },
    failureBudget: { ...plan.budget, stages: [...plan.budget.stages] },
    warnings: [
      ...warnings,
      ...plan.factors.flatMap(({ fallback }) => (fallback === undefined ? [] : [fallback])),
    ],
  };
}
