import { amplify, optimalRounds } from "../../primitives/amplitude-amplification.ts";
import { type FindMaximumResult, findMaximum } from "../../primitives/find-maximum.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { requireBeta } from "../softmax-weights.ts";
import { type PatternOracle, similarity } from "./pattern-oracle.ts";

/** A pattern drawn from the softmax of a query, and what it took. */
export interface SoftmaxSample {
  /** μ, with probability ∝ exp(β⟨ξ_μ, x⟩). */
  readonly index: number;
  /** The success probability of one preparation; null where the method does not know it. */
  readonly acceptance: number | null;
  /** Rounds of amplification of one attempt, and over all attempts. */
  readonly rounds: number;
  readonly totalRounds: number;
  /** Attempts; each prepares the state once more. */
  readonly attempts: number;
}

/** How a sample is drawn. */
export interface RetrieveSampleOptions {
  readonly query: ArrayLike<number>;
  readonly beta: number;
  readonly random: RandomStream;
  /**
   * U ≥ the largest similarity: the acceptance falls by exp(−β(U − max)) when it is larger. `promise` (default) is told the
   * largest one; `find` looks for it first by maximum finding, which costs O(√M) and hides what a small β saves.
   */
  readonly bound?: number | "promise" | "find";
  /** What is known of the acceptance: `promise` (default) is told it; `none` varies the rounds up to √M. */
  readonly acceptance?: "promise" | "none";
}

/**
 * Retrieves the most similar pattern: zero temperature, by maximum finding.
 *
 * Queries: at most 2·(22.5√M + 1.4 lg²M) patterns in superposition a round; classical: M.
 * Errors: as findMaximum; RangeError for a query of another length.
 *
 * @example retrieveMaximum(patternOracle([[1, 0], [0, 1]]), { query: [0.2, 0.9], random: seededRandom(7) }).position
 *
 * Source: Dürr and Høyer, quant-ph/9607014.
 */
export function retrieveMaximum(
  oracle: PatternOracle,
  options: {
    readonly query: ArrayLike<number>;
    readonly random: RandomStream;
    readonly failureProbability?: number;
  },
): FindMaximumResult {
  const { query, random, failureProbability = 1e-3 } = options;
  return findMaximum(oracle.similarities(query), { random, failureProbability });
}

/**
 * Draws a pattern from the softmax of β⟨ξ_μ, x⟩ by amplitude amplification of Σ_μ √(w_μ/M)|μ⟩|1⟩ + …, w_μ = exp(β(⟨ξ_μ, x⟩ − U)).
 *
 * acc = (1/M) Σ_μ w_μ; ⌊π/(4 asin √acc)⌋ rounds, none at β = 0 and (π/4)√M at β = ∞: one curve from O(1) to √M. A
 * sample is exact whatever U is. A vector Σ_μ p_μ ξ_μ would need mean estimation, of the order √d/ε samples: not done here.
 *
 * Queries: 2 patterns a use of the preparation, one use an attempt and two a round.
 * Errors: RangeError for β < 0, a bound below the largest similarity or a query of another length.
 *
 * @example retrieveSample(oracle, { query, beta: 2, random: seededRandom(7) }).index
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055; the acceptance formula is derived.
 */
export function retrieveSample(oracle: PatternOracle, options: RetrieveSampleOptions): SoftmaxSample {
  const { query, beta, random, bound = "promise", acceptance = "promise" } = options;
  requireBeta("retrieveSample", beta);
  const limit =
    typeof bound === "number"
      ? bound
      : bound === "find"
        ? retrieveMaximum(oracle, { query, random: random.split("maximum") }).value
        : oracle.promisedLargest(query);
  const state = oracle.softmaxState(query, beta, limit);
  const known = acceptance === "promise" ? state.promisedSuccess() : null;
  if (known === 0) {
    throw new RangeError(
      `retrieveSample: expected an acceptance above 0, got 0 with the bound ${limit}; a bound closer to the largest similarity keeps the weights from vanishing.`,
    );
  }
  const sample = amplify(
    state,
    known === null ? { random, leastSuccess: leastAcceptance(oracle, bound) } : { random, success: known },
  );
  if (sample.index === null) {
    throw new RangeError(
      "retrieveSample: expected a success within 200 attempts, got none; the bound is too far above the largest similarity.",
    );
  }
  return {
    index: sample.index,
    acceptance: known,
    rounds: known === null ? sample.rounds / sample.attempts : optimalRounds(known),
    totalRounds: sample.rounds,
    attempts: sample.attempts,
  };
}

/**
 * Draws the same sample classically by rejection: a uniform μ, kept with probability exp(β(⟨ξ_μ, x⟩ − U)).
 *
 * Queries: 1/acc patterns on average, which is what amplification brings down to about its root. Falls back to nothing: with
 * acc = 1/M it reads M of them on average.
 *
 * @example retrieveByRejection(oracle, { query, beta: 2, bound, random: seededRandom(7) }).reads
 */
export function retrieveByRejection(
  oracle: PatternOracle,
  options: {
    readonly query: ArrayLike<number>;
    readonly beta: number;
    readonly bound: number;
    readonly random: RandomStream;
  },
): { readonly index: number; readonly reads: number } {
  const { query, beta, bound, random } = options;
  requireBeta("retrieveByRejection", beta);
  const most = 1000 * oracle.size;
  for (let reads = 1; reads <= most; reads++) {
    const index = random.integer(oracle.size);
    const score = similarity(oracle.read(index), query);
    if (score > bound) {
      throw new RangeError(
        `retrieveByRejection: expected a bound of at least the largest similarity, got ${bound} below ${score}; find the largest first.`,
      );
    }
    if (score === bound || random.uniform() < Math.exp(beta * (score - bound))) return { index, reads };
  }
  throw new RangeError(
    `retrieveByRejection: expected a success within ${most} reads, got none; the bound is too far above the largest similarity.`,
  );
}

/** With the largest similarity as bound the acceptance is at least 1/M. */
function leastAcceptance(oracle: PatternOracle, bound: number | "promise" | "find"): number {
  if (typeof bound !== "number") return 1 / oracle.size;
  throw new RangeError(
    `retrieveSample: expected a promised acceptance with a bound given as a number, got none; no least acceptance follows from ${bound}.`,
  );
}
