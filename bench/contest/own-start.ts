import { Circuit, type Engine, type EngineOptions, type StateVector } from "../../src/index.ts";
import { fillStartState } from "./start-state.ts";

/** As much memory as any size of the bench needs. */
const memoryLimit = 2 ** 34;

/** How a run of an engine starts in memory that was taken before, in that of `kept` where it is given. */
export function startOf(
  engine: Engine,
  qubits: number,
  start: "zero" | "random",
  kept?: StateVector,
): EngineOptions {
  const state = kept ?? engine.run(new Circuit(qubits), { memoryLimit }).state;
  if (start === "zero") return { memoryLimit, reuse: state };
  fillStartState(state.re, state.im);
  return { memoryLimit, initial: state, inPlace: true };
}
