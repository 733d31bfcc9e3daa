import type { SearchOracle } from "../oracles/search-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";

/** How a search with an unknown number of solutions proceeds. */
export interface UnknownCountOptions {
  readonly random: RandomStream;
  /** Factor by which the range of j grows after a miss, in (1, 4/3) (default 6/5). */
  readonly growth?: number;
  /**
   * Gives up after a miss with range m ≥ max(2, cutOff·√N) (default 1). Larger values go on at m = √N:
   * cutOff = 1 + k means k further rounds there.
   */
  readonly cutOff?: number;
  /** Never spends more than this many iterations: a round that would is not begun (default no limit). */
  readonly maxIterations?: number;
}

/**
 * Finds a marked position when their number is unknown (BBHT).
 *
 * m = 1; draw j uniform in {0, …, ⌈m⌉ − 1}, run j iterations, measure, check; after a miss m ← min(λm, √N).
 * About 1.42·√(N/t) iterations for t ≪ N; when nothing is marked, about 3·cutOff·√N iterations and
 * log_λ(cutOff·√N) checks are spent before it gives up, and a marked position may be missed: certify separately.
 *
 * Errors: RangeError for a growth outside (1, 4/3), or a cut-off that is not > 0.
 *
 * @example unknownCountSearch(oracle, { random: seededRandom(7) }).position
 *
 * Source: Boyer, Brassard, Høyer, Tapp, quant-ph/9605034, section 4; the cut-off is derived.
 */
export function unknownCountSearch(oracle: SearchOracle, options: UnknownCountOptions): SearchResult {
  return oracle.attemptEach(searchRanges(oracle.size, options), options.random, options.maxIterations);
}

/** The ranges ⌈m⌉ that a search goes through when it never hits, in order. */
export function searchRanges(
  size: number,
  { growth = 6 / 5, cutOff = 1 }: Pick<UnknownCountOptions, "growth" | "cutOff"> = {},
): number[] {
  if (!(growth > 1 && growth < 4 / 3)) {
    throw new RangeError(
      `unknownCountSearch: expected a growth strictly between 1 and 4/3, got ${growth}; 6/5 is usual.`,
    );
  }
  if (!(cutOff > 0 && Number.isFinite(cutOff))) {
    throw new RangeError(
      `unknownCountSearch: expected a cut-off above 0, got ${cutOff}; 1 stops when the range reaches √N.`,
    );
  }
  const root = Math.sqrt(size);
  const ranges: number[] = [];
  let range = 1;
  for (;;) {
    ranges.push(Math.ceil(range));
    if (range >= Math.min(root, Math.max(2, cutOff * root))) break;
    range = Math.min(growth * range, root);
  }
  for (let extra = 1; extra < cutOff; extra++) ranges.push(Math.ceil(root));
  return ranges;
}
