import type { SearchOracle } from "../oracles/search-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { cheapestIterations, optimalIterations } from "./optimal-iterations.ts";

/** How a search with a known number of solutions is run. */
export interface GroverSearchOptions {
  readonly random: RandomStream;
  /** The promised number t of marked positions (default: what the oracle promises). */
  readonly count?: number;
  /** `best`: the highest success of one run; `cheapest` (default): the least expected cost with repetition; or a number. */
  readonly iterations?: "best" | "cheapest" | number;
  /** Most runs before it gives up (default 100; the failure is then below 2^-100 under a true promise). */
  readonly maxRuns?: number;
}

/**
 * Finds a marked position when their number is known, by repeated runs of j iterations.
 *
 * Success sin²((2j + 1)θ) a run. `best` takes ⌊π/(4θ)⌋ iterations; `cheapest` stops at j ≈ 0.5828/θ and needs
 * 0.690·√(N/t) iterations and 1.18 checks on average. A promise of 0 is believed at once, without a query.
 *
 * Errors: RangeError for a count outside [0, N], iterations or runs that are not whole numbers.
 *
 * @example groverSearch(oracle, { random: seededRandom(7), count: 1 }).position
 *
 * Source: Grover, quant-ph/9605043; Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, section 3.
 */
export function groverSearch(oracle: SearchOracle, options: GroverSearchOptions): SearchResult {
  const { random, count = oracle.promisedCount(), maxRuns = 100, iterations: wanted = "cheapest" } = options;
  if (!Number.isInteger(maxRuns) || maxRuns < 1) {
    throw new RangeError(
      `groverSearch: expected maxRuns to be a whole number ≥ 1, got ${maxRuns}; 1 is a single run.`,
    );
  }
  if (count === 0) return { position: null, iterations: 0, checks: 0 };
  const perRun =
    wanted === "best"
      ? optimalIterations(oracle.size, count)
      : wanted === "cheapest"
        ? cheapestIterations(oracle.size, count)
        : wanted;
  for (let run = 1; run <= maxRuns; run++) {
    const position = oracle.attempt(perRun, random);
    if (position !== null) return { position, iterations: run * perRun, checks: run };
  }
  return { position: null, iterations: maxRuns * perRun, checks: maxRuns };
}
