import type { ListedValue, ValueOracle } from "../oracles/value-oracle.ts";
import { findAllTask } from "../primitives/find-all.ts";
import { findLargestTask } from "../primitives/find-largest.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";

/** Which entries are heavy: those above a threshold that is known, or so many of the largest, at a threshold that is not. */
export type HeavyGoal = { readonly threshold: number } | { readonly count: number };

/** How heavy entries are searched for. */
export interface HeavyEntriesOptions {
  readonly random: RandomStream;
  readonly goal: HeavyGoal;
  /** Probability with which one may be missed (default 1e-3). */
  readonly missProbability?: number;
  /** With a threshold: whether the number of entries above it is promised too (default false). */
  readonly countIsPromised?: boolean;
}

/** The heavy entries that were found. */
export interface HeavyEntries {
  /** Largest first. */
  readonly entries: readonly ListedValue[];
  /** Queries in superposition, and classical ones: starting values, checks. All of them were billed. */
  readonly quantumQueries: number;
  readonly classicalQueries: number;
  /** What the result rests on besides the oracle, in words; null for nothing. */
  readonly promise: string | null;
}

/**
 * Finds all heavy entries of a list by Grover search.
 *
 * - A known threshold: find all above it one by one (their number unknown, or promised).
 * - An unknown one, k < 64: replace the least of a list of k while a larger one is found.
 * - An unknown one, k ≥ 64: read a sample of 8√n entries, take its quantile two deviations below k/n as threshold, and find
 *   all above it; lower it while fewer than k are found.
 * Each find costs a verification read, and each miss one too.
 *
 * Queries: about (π/2)√(nk) phase applications at two queries each with threshold and number known, several times that
 * without; at least k checks. Reading everything takes n.
 * Errors: as findAll and findLargest.
 *
 * @example heavyEntries(values, { goal: { count: 10 }, random: seededRandom(7) }).entries[0].value
 *
 * Source: Gao, Song, Yang, Zhang, arXiv:2307.08045 (Grover attention); Dürr, Heiligman, Høyer, Mhalla, quant-ph/0401091.
 */
export function heavyEntries(values: ValueOracle, options: HeavyEntriesOptions): HeavyEntries {
  return complete(heavyEntriesTask(values, options));
}

/** heavyEntries as a task that reports after each entry. */
export function* heavyEntriesTask(values: ValueOracle, options: HeavyEntriesOptions): Task<HeavyEntries> {
  const { random, goal, missProbability = 1e-3, countIsPromised = false } = options;
  const { ledger } = values;
  const asked = (access: "classical" | "quantum") =>
    ledger
      .entries()
      .filter(
        (entry) => entry.oracle === values.name && entry.access === access && entry.label === "measured",
      )
      .reduce((sum, { count }) => sum + (count ?? 0), 0);
  const before = { quantum: asked("quantum"), classical: asked("classical") };
  let entries: readonly ListedValue[];
  let promise: string | null;
  if ("count" in goal) {
    entries = yield* largestEntries(values, goal.count, random, missProbability);
    promise = "how many entries are wanted is known, their threshold is not";
  } else {
    const above = values.above(goal.threshold);
    const mode = countIsPromised ? "known" : "unknown";
    const certificate = countIsPromised ? "none" : "fixed-point";
    const { positions } = yield* findAllTask(above, { random, mode, certificate, missProbability });
    entries = positions
      .map((position) => ({ position, value: above.found(position) }))
      .sort((a, b) => b.value - a.value || a.position - b.position);
    promise = countIsPromised
      ? "the threshold and the number of entries above it are known"
      : "the threshold is known";
  }
  return {
    entries,
    quantumQueries: asked("quantum") - before.quantum,
    classicalQueries: asked("classical") - before.classical,
    promise,
  };
}

/** From this many on a threshold guessed from a sample is cheaper than a list that grows better one by one. */
const leastSampled = 64;

/** The k largest entries at an unknown threshold. */
function* largestEntries(
  values: ValueOracle,
  count: number,
  random: RandomStream,
  missProbability: number,
): Task<readonly ListedValue[]> {
  const { size } = values;
  const sampled = Math.min(size, Math.ceil(8 * Math.sqrt(size)));
  if (!(count >= leastSampled && count <= size && Number.isInteger(count)) || sampled === size) {
    return (yield* findLargestTask(values, { random, count, missProbability })).largest;
  }
  const draw = random.split("sample");
  const sample = Array.from({ length: sampled }, () => values.read(draw.integer(size))).sort((a, b) => b - a);
  const share = count / size;
  // Two deviations of the sample's rank below: enough entries lie above the threshold in 39 runs of 40.
  let rank = Math.ceil(sampled * share + 2 * Math.sqrt(sampled * share * (1 - share))) + 1;
  const found: ListedValue[] = [];
  for (;;) {
    const threshold = rank > sampled ? Number.NEGATIVE_INFINITY : sample[rank - 1];
    const known = new Set(found.map(({ position }) => position));
    const above = values.above(threshold, known);
    const { positions } = yield* findAllTask(above, { random, missProbability });
    for (const position of positions) found.push({ position, value: above.found(position) });
    if (found.length >= count || threshold === Number.NEGATIVE_INFINITY) break;
    rank = Math.ceil(1.25 * rank);
  }
  return found.sort((a, b) => b.value - a.value || a.position - b.position).slice(0, count);
}
