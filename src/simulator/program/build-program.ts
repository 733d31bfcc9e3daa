import { Circuit } from "../../circuit/circuit.ts";
import { flattenOperation } from "../../circuit/flatten-operation.ts";
import { isUnitary, type Operation } from "../../circuit/operation.ts";
import { operationQubits } from "../../circuit/operation-qubits.ts";
import { requireBound } from "../../circuit/parameters/require-bound.ts";
import type { Engine } from "../engine.ts";
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
  /** The engine that runs it: unitary operations stay together for one that pauses by itself. */
  readonly engine?: Engine;
}

/**
 * Makes a circuit ready to be run many times: gathers unitary operations in circuits that are built once, and writes
 * noise after the gates.
 *
 * Errors: RangeError for parameters without a value.
 */
export function buildProgram(subject: string, circuit: Circuit, options: BuildOptions): Program {
  const { noise, defer, engine } = options;
  requireBound(subject, circuit);
  const { operations, final } = defer
    ? deferMeasurements(circuit.operations)
    : { operations: circuit.operations, final: [] };
  const after = noise === undefined ? undefined : noiseAfterGate(noise);
  return {
    qubits: circuit.qubits,
    bits: circuit.bits,
    steps: buildSteps({ qubits: circuit.qubits, after, isCut: engine?.runTask === undefined }, operations),
    final,
    readout: noise?.readout,
  };
}

interface Building {
  readonly qubits: number;
  readonly after: ReturnType<typeof noiseAfterGate> | undefined;
  /** Whether long rows of operations are cut, so that a run can be stopped between the parts. */
  readonly isCut: boolean;
}

function buildSteps(building: Building, operations: readonly Operation[]): Step[] {
  const { qubits, after, isCut } = building;
  const steps: Step[] = [];
  let gathered: Operation[] = [];
  const close = () => {
    const isWhole = !isCut || isQuick(gathered, qubits);
    const parts = isWhole ? [{ operations: gathered }] : sliceOperations(gathered, qubits);
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
        steps: buildSteps(building, operation.operations),
        otherwise: buildSteps(building, operation.otherwise),
      });
    } else if (operation.kind === "while") {
      const { condition, limit } = operation;
      steps.push({ kind: "while", condition, limit, steps: buildSteps(building, operation.operations) });
    } else {
      steps.push(operation);
    }
  }
  close();
  return steps;
}
