import { Circuit } from "../circuit/circuit.ts";
import { requireBound } from "../circuit/parameters/require-bound.ts";
import { splitFinalMeasurements } from "../circuit/split-final-measurements.ts";
import { complete } from "../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../task/complete-async.ts";
import type { Task } from "../task/task.ts";
import { defaultEngine } from "./default-engine.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { isQuick, sliceOperations } from "./slice-operations.ts";
import type { StateVector } from "./state-vector.ts";

/** How a circuit is simulated. */
export interface SimulateOptions extends Pick<EngineOptions, "initial" | "memoryLimit"> {
  /** The engine that runs it (default: `defaultEngine`). */
  readonly engine?: Engine;
}

/**
 * The state that a circuit prepares, before its final measurements.
 *
 * Errors: RangeError for a circuit that measures, resets or branches before its end: it has no single final state.
 * LimitError for more qubits than the memory limit allows, before anything is allocated.
 *
 * @example simulate(new Circuit(2).h(0).cx(0, 1)).ket() // "0.707|00⟩ + 0.707|11⟩"
 */
export function simulate(circuit: Circuit, options: SimulateOptions = {}): StateVector {
  return complete(simulateTask(circuit, options));
}

/** {@link simulate} in slices, with progress and an AbortSignal. */
export function simulateAsync(
  circuit: Circuit,
  options: SimulateOptions & CompleteAsyncOptions = {},
): Promise<StateVector> {
  return completeAsync(simulateTask(circuit, options), options);
}

/** {@link simulate} as a task: yields how many steps are done, and can be stopped between them. */
export function* simulateTask(circuit: Circuit, options: SimulateOptions = {}): Task<StateVector> {
  const { engine = defaultEngine, initial, memoryLimit } = options;
  const limit = memoryLimit === undefined ? {} : { memoryLimit };
  const start = initial === undefined ? limit : { ...limit, initial };
  requireBound("simulate", circuit);
  const split = splitFinalMeasurements(circuit);
  if (split === undefined) {
    throw new RangeError(
      "simulate: expected measurements at the end only, got a circuit that measures, resets or branches before; use run with shots.",
    );
  }
  const { qubits, operations } = split.circuit;
  if (engine.runTask !== undefined) return (yield* engine.runTask(split.circuit, start)).state;
  if (isQuick(operations, qubits)) return engine.run(split.circuit, start).state;
  let { state } = engine.run(new Circuit(qubits), start);
  for (const part of sliceOperations(operations, qubits)) {
    const circuit = new Circuit(qubits, 0, part.operations);
    ({ state } = engine.run(circuit, { ...limit, initial: state, inPlace: true }));
    yield { stage: "simulating", done: part.done, total: operations.length };
  }
  return state;
}
