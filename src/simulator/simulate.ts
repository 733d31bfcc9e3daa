import type { Circuit } from "../circuit/circuit.ts";
import { splitFinalMeasurements } from "../circuit/split-final-measurements.ts";
import { defaultEngine } from "./default-engine.ts";
import type { Engine, EngineOptions } from "./engine.ts";
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
  const { engine = defaultEngine, ...rest } = options;
  const split = splitFinalMeasurements(circuit);
  if (split === undefined) {
    throw new RangeError(
      "simulate: expected measurements at the end only, got a circuit that measures, resets or branches before; use run with shots.",
    );
  }
  return engine.run(split.circuit, rest).state;
}
