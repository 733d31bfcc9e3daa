import { Circuit } from "../../circuit/circuit.ts";
import { flattenOperation } from "../../circuit/flatten-operation.ts";
import { isUnitary, type Operation } from "../../circuit/operation.ts";
import { operationQubits } from "../../circuit/operation-qubits.ts";
import { requireBound } from "../../circuit/parameters/require-bound.ts";
import { noiseAfterGate } from "../noise/noise-after-gate.ts";
import type { NoiseModel } from "../noise/noise-model.ts";
import { isQuick, sliceOperations } from "../slice-operations.ts";
import { deferMeasurements } from "./defer-measurements.ts";
import type { Program, Step } from "./step.ts";

/** How a program is built. */
export interface BuildOptions {
  readonly noise?: NoiseModel;
  /** Whether measurements that nothing depends on are put off to the end, where one state serves all shots. */
  readonly defer: boolean;
}

/**
 * Makes a circuit ready to be run many times: gathers unitary operations in circuits that are built once, and writes
 * noise after the gates.
 *
 * Errors: RangeError for parameters without a value.
 */
export function buildProgram(subject: string, circuit: Circuit, { noise, defer }: BuildOptions): Program {
  requireBound(subject, circuit);
  const { operations, final } = defer
    ? deferMeasurements(circuit.operations)
    : { operations: circuit.operations, final: [] };
  const after = noise === undefined ? undefined : noiseAfterGate(noise);
  return {
    qubits: circuit.qubits,
    bits: circuit.bits,
    steps: buildSteps(circuit.qubits, operations, after),
    final,
    readout: noise?.readout,
  };
}

function buildSteps(
  qubits: number,
  operations: readonly Operation[],
  after: ReturnType<typeof noiseAfterGate> | undefined,
): Step[] {
  const steps: Step[] = [];
  let gathered: Operation[] = [];
  const close = () => {
    // In parts, so that a run can be stopped between them.
    const parts = isQuick(gathered, qubits) ? [{ operations: gathered }] : sliceOperations(gathered, qubits);
    for (const { operations: part } of parts) {
      if (part.length > 0) steps.push({ kind: "unitary", circuit: new Circuit(qubits, 0, part) });
    }
    gathered = [];
  };
  // Noise follows every gate, those inside boxes too.
  for (const operation of after === undefined ? operations : operations.flatMap(flattenOperation)) {
    if (operation.kind === "barrier") continue;
    if (isUnitary(operation)) {
      gathered.push(operation);
      const noise = after?.(operationQubits(operation)) ?? [];
      if (noise.length === 0) continue;
      close();
      steps.push(...noise);
      continue;
    }
    close();
    if (operation.kind === "conditional") {
      steps.push({
        kind: "conditional",
        condition: operation.condition,
        steps: buildSteps(qubits, operation.operations, after),
        otherwise: buildSteps(qubits, operation.otherwise, after),
      });
    } else if (operation.kind === "while") {
      const { condition, limit } = operation;
      steps.push({ kind: "while", condition, limit, steps: buildSteps(qubits, operation.operations, after) });
    } else {
      steps.push(operation);
    }
  }
  close();
  return steps;
}
