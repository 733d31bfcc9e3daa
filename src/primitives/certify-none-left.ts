import type { SearchOracle } from "../oracles/search-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { fixedPointSearch } from "./fixed-point-search.ts";

/** How it is certified that nothing marked is left. */
export type CertificateMethod = "fixed-point" | "bbht";

/** How a certificate is made. */
export interface CertificateOptions {
  readonly random: RandomStream;
  /** Probability with which a marked position that is there may be overlooked. */
  readonly missProbability: number;
  /** `fixed-point` (default): about ln(2/√miss)·√N/2 phases; `bbht`: about half of ⌈ln(1/miss)/ln(8/5)⌉·√N. */
  readonly method?: CertificateMethod;
}

/**
 * Looks for a marked position so hard that finding none certifies, up to a miss probability, that there is none.
 *
 * - `fixed-point`: one Yoder–Low–Chuang run for t ≥ 1. Whatever t ≥ 1 is, it finds one with probability ≥ 1 − miss.
 * - `bbht`: up to R = ⌈ln(1/miss)/ln(8/5)⌉ runs of j uniform in {0, …, m − 1}, m = ⌈N/√(N−1)⌉ ≈ √N, each with success
 *   ≥ 3/8 for every t ≥ 1.
 *
 * Queries: at 2 rows a phase, ln(2/√miss)·√N rows for `fixed-point` (4.15·√N at miss = 1e-3); R·√N for `bbht`
 * (15·√N) when nothing is there.
 * Errors: RangeError for a miss probability outside (0, 1).
 *
 * Source: Yoder, Low, Chuang, arXiv:1409.3305; Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, lemma 2.
 */
export function certifyNoneLeft(oracle: SearchOracle, options: CertificateOptions): SearchResult {
  const { random, missProbability, method = "fixed-point" } = options;
  requireMissProbability(missProbability);
  if (method === "bbht") return manyRuns(oracle, missProbability, random);
  return fixedPointSearch(oracle, { random, failureProbability: missProbability });
}

/** R = ⌈ln(1/miss)/ln(8/5)⌉, the number of runs of a BBHT-style certificate. */
export function certificateRuns(missProbability: number): number {
  requireMissProbability(missProbability);
  return Math.ceil(-Math.log(missProbability) / Math.log(8 / 5));
}

/** The range m = ⌈2/sin 2θ⌉ = ⌈N/√(N−1)⌉ of j in such a run, θ being the angle of a single marked state. */
export function certificateRange(size: number): number {
  return Math.ceil(size / Math.sqrt(Math.max(1, size - 1)));
}

function manyRuns(oracle: SearchOracle, missProbability: number, random: RandomStream): SearchResult {
  const runs = certificateRuns(missProbability);
  const range = certificateRange(oracle.size);
  return oracle.attemptEach(new Array<number>(runs).fill(range), random);
}

function requireMissProbability(missProbability: number): void {
  if (!(missProbability > 0 && missProbability < 1)) {
    throw new RangeError(
      `certifyNoneLeft: expected a miss probability between 0 and 1, got ${missProbability}; 1e-3 is usual.`,
    );
  }
}
