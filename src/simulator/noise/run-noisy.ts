import type { Circuit } from "../../circuit/circuit.ts";
import { complete } from "../../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../../task/complete-async.ts";
import type { Task } from "../../task/task.ts";
import { defaultEngine } from "../default-engine.ts";
import { measuredCircuit } from "../measured-circuit.ts";
import { buildProgram } from "../program/build-program.ts";
import { sampleProgram } from "../program/sample-program.ts";
import type { RunCounts, RunOptions } from "../run.ts";
import { checkNoise, type NoiseModel } from "./noise-model.ts";

/** How a noisy circuit is run. */
export interface RunNoisyOptions extends RunOptions {
  readonly noise: NoiseModel;
}

/**
 * Runs a circuit many times with noise and counts its classical bits; a circuit that measures nothing is measured
 * completely.
 *
 * By quantum trajectories: after each gate one Kraus operator of each channel happens, K_k with probability ‖K_k ψ‖², and
 * the state stays pure. Averaged over the outcomes this is exactly the channel, so that the counts follow exactly the
 * law of `densityMatrix`. Shots that have had the same errors so far, such as none, are simulated once, as in `run`.
 *
 * Memory: as `run`, states of 2^n amplitudes; `densityMatrix` needs 4^n.
 *
 * Errors: as `run`; RangeError or TypeError for a noise model that is none.
 *
 * @example
 * const bell = new Circuit(2).h(0).cx(0, 1).measureAll();
 * runNoisy(bell, { noise: { depolarizing: 0.1 }, shots: 1000, random: seededRandom(7) }).counts // mostly "00" and "11"
 *
 * Source: Dalibard, Castin and Mølmer, Phys. Rev. Lett. 68, 1992.
 */
export function runNoisy(circuit: Circuit, options: RunNoisyOptions): RunCounts {
  return complete(runNoisyTask(circuit, options));
}

/** {@link runNoisy} in slices, with progress and an AbortSignal. */
export function runNoisyAsync(
  circuit: Circuit,
  options: RunNoisyOptions & CompleteAsyncOptions,
): Promise<RunCounts> {
  return completeAsync(runNoisyTask(circuit, options), options);
}

/** {@link runNoisy} as a task: yields how many shots are done, and can be stopped anywhere between two steps. */
export function* runNoisyTask(circuit: Circuit, options: RunNoisyOptions): Task<RunCounts> {
  const { noise, shots, random, engine = defaultEngine, initial, memoryLimit } = options;
  checkNoise("runNoisy", noise);
  const program = buildProgram("runNoisy", measuredCircuit(circuit), { noise, defer: true, engine });
  const counts = yield* sampleProgram(program, { shots, random, engine, initial, memoryLimit });
  return { shots, counts };
}
