import type { Circuit } from "../circuit/circuit.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { type RunCounts, runAsync } from "./run.ts";
import type { SimulateOptions } from "./simulate.ts";

/** How often a circuit is run, what decides its measurements, and what stops it. */
export interface RunnerOptions {
  readonly shots: number;
  /** Decides the measurements; a runner that draws elsewhere takes its seed from here, or says that it cannot. */
  readonly random: RandomStream;
  /** Stops the run; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Something that runs circuits and counts what is measured, here or elsewhere.
 *
 * Every runner counts alike: strings of all classical bits, bit 0 rightmost; a circuit that measures nothing is measured
 * completely. Different runners draw differently from one seed.
 */
export interface Runner {
  readonly name: string;
  run(circuit: Circuit, options: RunnerOptions): Promise<RunCounts>;
}

/**
 * The engine of kronket as a runner: the default, in this process, with nothing to install.
 *
 * Errors: as `run`; rejects with the signal's reason when stopped.
 *
 * @example await builtInRunner().run(new Circuit(1).h(0), { shots: 100, random: seededRandom(7) })
 */
export function builtInRunner(options: SimulateOptions = {}): Runner {
  return {
    name: "kronket",
    run: (circuit, run) => runAsync(circuit, { ...options, ...run }),
  };
}
