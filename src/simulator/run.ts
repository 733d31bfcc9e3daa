import type { Circuit } from "../circuit/circuit.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { complete } from "../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../task/complete-async.ts";
import type { Task } from "../task/task.ts";
import { defaultEngine } from "./default-engine.ts";
import { measuredCircuit } from "./measured-circuit.ts";
import { buildProgram } from "./program/build-program.ts";
import { sampleProgram } from "./program/sample-program.ts";
import type { SimulateOptions } from "./simulate.ts";

/** How often a circuit is run, and what decides its measurements. */
export interface RunOptions extends SimulateOptions {
  readonly shots: number;
  readonly random: RandomStream;
}

/** What came out: how often each string of classical bits was seen, bit 0 rightmost. */
export interface RunCounts {
  readonly shots: number;
  readonly counts: Record<string, number>;
}

/**
 * Runs a circuit many times and counts its classical bits; a circuit that measures nothing is measured completely.
 *
 * The counts follow exactly the law of independent shots, at the cost of the different paths only: measurements that
 * nothing depends on are put off to the end, where all shots of a path are drawn from one state; at any other
 * measurement or reset the shots split by a binomial draw, and each outcome that some shot takes is simulated once. So
 * the work is never more than that of shot after shot. The counts of a seed are the same for every memory limit and
 * within a version.
 *
 * Memory: at most 1 + ⌊log₂ shots⌋ states at once, and never more than `memoryLimit` allows (at least one state): with
 * less room, states are made again instead of kept, which costs time.
 *
 * Errors: RangeError for a number of shots that is not whole and ≥ 0 and for parameters without a value; LimitError for
 * a state beyond the memory limit, before it is allocated, and for a loop beyond its limit of rounds.
 *
 * @example run(new Circuit(1).h(0).measure(0), { shots: 100, random: seededRandom(7) }).counts // { "0": 53, "1": 47 }
 */
export function run(circuit: Circuit, options: RunOptions): RunCounts {
  return complete(runTask(circuit, options));
}

/** {@link run} in slices, with progress and an AbortSignal. */
export function runAsync(circuit: Circuit, options: RunOptions & CompleteAsyncOptions): Promise<RunCounts> {
  return completeAsync(runTask(circuit, options), options);
}

/** {@link run} as a task: yields how many shots are done, and can be stopped anywhere between two steps. */
export function* runTask(circuit: Circuit, options: RunOptions): Task<RunCounts> {
  const { shots, random, engine = defaultEngine, initial, memoryLimit } = options;
  const program = buildProgram("run", measuredCircuit(circuit), { defer: true, engine });
  const counts = yield* sampleProgram(program, { shots, random, engine, initial, memoryLimit });
  return { shots, counts };
}
