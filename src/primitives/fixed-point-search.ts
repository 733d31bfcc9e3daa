import type { SearchOracle } from "../oracles/search-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { fixedPointLength, fixedPointPhases } from "./fixed-point-angles.ts";

/** How a fixed-point search is set up. */
export interface FixedPointSearchOptions {
  readonly random: RandomStream;
  /** Probability δ² of missing although enough is marked. */
  readonly failureProbability: number;
  /** The least marked share λ that it must work for (default 1/N: a single marked state). */
  readonly leastShare?: number;
}

/**
 * Finds a marked position with probability ≥ 1 − δ² for every marked share from λ up, without overshooting.
 *
 * Queries: (L − 1)/2 phase applications with L ≈ ln(2/δ)/√λ (see fixedPointLength), and 1 check.
 * Errors: RangeError for a share or probability outside (0, 1].
 *
 * @example fixedPointSearch(oracle, { random, failureProbability: 1e-3 })
 *
 * Source: Yoder, Low, Chuang, arXiv:1409.3305.
 */
export function fixedPointSearch(oracle: SearchOracle, options: FixedPointSearchOptions): SearchResult {
  const { random, failureProbability, leastShare = 1 / oracle.size } = options;
  const length = fixedPointLength(leastShare, failureProbability);
  const phases = fixedPointPhases(length, failureProbability);
  const register = oracle.prepare();
  register.rotateThrough(phases);
  const position = register.measure(random);
  return { position: oracle.check(position) ? position : null, iterations: phases.rotations, checks: 1 };
}
