import type { ListedValue, ValueOracle } from "../../oracles/value-oracle.ts";
import { findAllTask } from "../../primitives/find-all.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import type { Task } from "../../task/task.ts";

/** How keys that hold a share of the softmax are searched for. */
export interface SearchMassOptions {
  readonly random: RandomStream;
  /** The share of the softmax that the keys must hold, between 0 and 1. */
  readonly mass: number;
  /** Probability with which a key above a threshold may be missed in one round (default 1e-3). */
  readonly missProbability?: number;
}

/** Keys that hold a share of the softmax. */
export interface SearchedMass {
  /** Largest logit first. More than the fewest that would do: the mass of the others is only bounded. */
  readonly entries: readonly ListedValue[];
  /** The share that they hold at least: Σ_found e^v / (Σ_found e^v + (n − k)e^t), t the last threshold. */
  readonly holds: number;
  /** Thresholds that were searched. */
  readonly thresholds: number;
}

/**
 * Finds keys that hold a share of the softmax of n logits when neither their number nor a threshold is known.
 *
 * Read a sample of 8√n logits; take the largest threshold t at which the sample promises the share; find all keys above t; the
 * n − k others weigh at most e^t each, which bounds the share from below without their sum. Lower t while the bound is too low.
 *
 * Queries: as findAll for each threshold, and 8√n reads. Nothing is promised to it. Reading everything takes n.
 * Errors: RangeError for a mass outside (0, 1) or logits that are not finite; as findAll.
 *
 * @example searchMass(values, { mass: 0.9, random: seededRandom(7) }).holds // at least 0.9
 *
 * Source: Boyer, Brassard, Høyer, Tapp, quant-ph/9605034 (search for all above a threshold); the bound is derived.
 */
export function searchMass(values: ValueOracle, options: SearchMassOptions): SearchedMass {
  return complete(searchMassTask(values, options));
}

/** searchMass as a task that reports after each key. */
export function* searchMassTask(values: ValueOracle, options: SearchMassOptions): Task<SearchedMass> {
  const { random, mass, missProbability = 1e-3 } = options;
  if (!(mass > 0 && mass < 1)) {
    throw new RangeError(`searchMass: expected a mass between 0 and 1, got ${mass}; 0.9 is usual.`);
  }
  const { size } = values;
  const draw = random.split("sample");
  const sample = Float64Array.from({ length: Math.min(size, Math.ceil(8 * Math.sqrt(size))) }, () =>
    values.read(draw.integer(size)),
  )
    .sort()
    .reverse();
  let rank = firstRank(sample, mass);
  const found: ListedValue[] = [];
  for (let thresholds = 1; ; thresholds++) {
    const threshold = rank > sample.length ? Number.NEGATIVE_INFINITY : sample[rank - 1];
    const known = new Set(found.map(({ position }) => position));
    const above = values.above(threshold, known);
    const { positions } = yield* findAllTask(above, { random, missProbability });
    for (const position of positions) found.push({ position, value: above.found(position) });
    found.sort((a, b) => b.value - a.value || a.position - b.position);
    const holds = shareHeld(found, size, threshold);
    if (holds >= mass) return { entries: found, holds, thresholds };
    rank = Math.ceil(1.25 * rank);
    // A threshold that is lower: equal logits of the sample are passed over.
    while (rank <= sample.length && sample[rank - 1] >= threshold) rank++;
  }
}

/** The least rank in the sample, largest first, at which the values before it hold the share by the bound. */
function firstRank(sample: Float64Array, mass: number): number {
  let kept = 0;
  for (let rank = 1; rank < sample.length; rank++) {
    const left = (sample.length - rank + 1) * Math.exp(sample[rank - 1] - sample[0]);
    if (kept >= mass * (kept + left)) return rank;
    kept += Math.exp(sample[rank - 1] - sample[0]);
  }
  return sample.length;
}

/** Σ e^v / (Σ e^v + (n − k)e^t): the share is at least that when the k entries are all of n above t. */
function shareHeld(found: readonly ListedValue[], size: number, threshold: number): number {
  if (found.length === 0) return 0;
  const highest = found[0].value;
  const kept = found.reduce((sum, { value }) => sum + Math.exp(value - highest), 0);
  const left = size - found.length;
  return kept / (kept + (left === 0 ? 0 : left * Math.exp(threshold - highest)));
}
