import type { ValueOracle } from "../oracles/value-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";
import { type AmplificationResult, amplify } from "./amplitude-amplification.ts";
import { estimateAmplitude } from "./amplitude-estimation.ts";
import { findLargestTask } from "./find-largest.ts";

/** How many copies of a weighted state are made. */
export interface ManyCopiesOptions {
  readonly random: RandomStream;
  /** K, the number of copies, from 1 to N. */
  readonly copies: number;
  /** Probability with which the K largest weights may be incomplete, which would distort the law. */
  readonly missProbability: number;
  /**
   * What is known of the success probability P = W/W' of the base state: `bound` (default) uses only P ≥ K/N and varies
   * the rounds as BBHT; `estimate` estimates it once and then takes the best number; `promise` is told it.
   */
  readonly normaliser?: "bound" | "estimate" | "promise";
}

/** Measured copies. */
export interface ManyCopiesResult {
  /** K independent indices, i with probability w_i/Σw. */
  readonly indices: Float64Array;
  /** Attempts and rounds of amplification over all copies. */
  readonly attempts: number;
  readonly rounds: number;
  /** P as it was used: estimated or promised; null where only the bound was. */
  readonly success: number | null;
}

/**
 * Draws K independent indices i ∝ w_i, as measurements of K copies of Σ_i √(w_i/W)|i⟩.
 *
 * 1. Find the set T of the K largest weights; z is the least of them.
 * 2. Base state: masses w_i on T and z elsewhere, W' in all; a flag keeps the share w_i/z outside T.
 * 3. It is good with probability P = W/W' ≥ K/N, since Σ_T w ≥ Kz. Amplify and measure, K times.
 *
 * Queries: O(√(NK)) for the weights in all; an attempt with j rounds takes 2 + 4j of them.
 * Errors: RangeError for copies outside 1 … N (beyond N reading all weights is cheaper), a negative weight, or weights
 * that are all zero as far as was seen.
 *
 * @example manyCopies(weights, { copies: 100, missProbability: 1e-3, random: seededRandom(7) }).indices
 *
 * Source: Hamoudi, arXiv:2207.11014, theorem 1; the bound P ≥ K/N is derived.
 */
export function manyCopies(weights: ValueOracle, options: ManyCopiesOptions): ManyCopiesResult {
  return complete(manyCopiesTask(weights, options));
}

/** manyCopies as a task that reports after each copy. */
export function* manyCopiesTask(weights: ValueOracle, options: ManyCopiesOptions): Task<ManyCopiesResult> {
  const { random, copies, missProbability, normaliser = "bound" } = options;
  if (!Number.isInteger(copies) || copies < 1 || copies > weights.size) {
    throw new RangeError(
      `manyCopies: expected copies to be a whole number from 1 to ${weights.size}, got ${copies}; beyond that, read all weights.`,
    );
  }
  const { largest } = yield* findLargestTask(weights, { random, count: copies, missProbability });
  if (!(largest[0].value > 0)) {
    throw new RangeError(
      `manyCopies: expected a positive weight, got ${largest[0].value} as the largest; nothing can be drawn.`,
    );
  }
  const base = weights.proportional(largest, Math.max(0, largest[copies - 1].value));
  const leastSuccess = copies / weights.size;
  let success: number | null = null;
  if (normaliser === "promise") success = base.promisedSuccess();
  if (normaliser === "estimate") {
    // About eight points per inverse amplitude: the relative error of √P then stays well below one.
    const points = 2 ** Math.ceil(Math.log2(8 / Math.sqrt(leastSuccess)));
    success = Math.max(leastSuccess, estimateAmplitude(base, { random, points, repetitions: 3 }).estimate);
  }
  const known = success === null ? { leastSuccess } : { success };
  const indices = new Float64Array(copies);
  let attempts = 0;
  let rounds = 0;
  for (let k = 0; k < copies; k++) {
    const copy: AmplificationResult = amplify(base, { random, maxAttempts: 1000, ...known });
    if (copy.index === null) {
      throw new RangeError(
        "manyCopies: expected an amplification to succeed within 1000 attempts, got none; the weights contradict the bound.",
      );
    }
    indices[k] = copy.index;
    attempts += copy.attempts;
    rounds += copy.rounds;
    yield { stage: "copies", done: k + 1, total: copies };
  }
  return { indices, attempts, rounds, success };
}
