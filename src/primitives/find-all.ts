import type { SearchOracle } from "../oracles/search-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";
import { type CertificateMethod, certifyNoneLeft } from "./certify-none-left.ts";
import { exactSearch } from "./exact-search.ts";
import { groverSearch } from "./grover-search.ts";
import { searchRanges } from "./unknown-count-search.ts";

/** What a find-all search knows about the number of marked positions, and how it uses it. */
export type FindAllMode = "unknown" | "known" | "exact";

/** How all marked positions are found. */
export interface FindAllOptions {
  readonly random: RandomStream;
  /**
   * `unknown` (default): BBHT per item, no promise. `known`: cheapest repeated runs, with the promised count.
   * `exact`: Long's search, with the promised count.
   */
  readonly mode?: FindAllMode;
  /** How it is certified that nothing is left (default `fixed-point`); `none` only where the count is promised. */
  readonly certificate?: CertificateMethod | "none";
  /** Probability with which anything may be missed. */
  readonly missProbability: number;
  /**
   * In mode `unknown`: BBHT gives up on an item at range m ≥ cutOff·√N and leaves it to the certificate. At least
   * `leastCutOff` = ½, the default and the cheapest choice from three items on.
   */
  readonly cutOff?: number;
}

/** All marked positions, and how they were found. */
export interface FindAllResult {
  /** The positions in the order in which they were found. They are now excluded from the oracle. */
  readonly positions: readonly number[];
  /** Phase applications of the searches and of the certificates, together. */
  readonly iterations: number;
  readonly checks: number;
  /** How many certificates were run; all but the last one found something. */
  readonly certificates: number;
  /** The probability that something is missed is at most this; 0 under the promise of a count. */
  readonly missProbability: number;
  /** What the result rests on besides the oracle, in words; null for nothing. */
  readonly promise: string | null;
}

/** The least cut-off for which the certificate alone carries the stated miss probability; also the default. */
export const leastCutOff = 0.5;

/**
 * Finds all marked positions one by one, excludes each, and certifies that none is left.
 *
 * In mode `unknown` each item gets a cold BBHT search (warm-starting m costs up to twice as much). A search that reaches
 * m ≥ √N/2 without a hit hands over to the certificate; when that finds an item, the search goes on, else it ends.
 *
 * Miss probability: a certificate run while something is left misses with probability ≤ p. With q_k the probability that
 * BBHT gives up on k items, Σ_k q_k certificates at most are expected to be run in that situation. At cut-off ½ that sum stays
 * below 1 (at most 0.64 over N up to 2^53), so that the whole search misses anything with probability ≤ p.
 *
 * Cut-off: the last, empty BBHT run costs 6·cutOff·√N row queries and the certificate ln(2/√p)·√N. At p = 1e-3 the
 * expected quantum queries at cut-off ½ are 7.2–7.6·√N for t = 0 (10.5–11.1 at cut-off 1), 11·√N for t = 1 (13.4–14.0), and
 * 2–3·√N fewer than at cut-off 1 for every larger t. Smaller cut-offs cost more from t = 3 on.
 *
 * Queries: see expectedFindAll. At 2 rows a phase and t ≪ N about 5.7·√(Nt) rows (`unknown`; 5.2 at t/N = 5e-4), 2.76·√(Nt)
 * (`known`), π·√(Nt) (`exact`), with log_1.2 √(N/t) + const (20 at N/t = 2000), 1.2 and 1 checks an item; then the closing.
 * Errors: RangeError for a miss probability outside (0, 1), a cut-off below ½, or no certificate in mode `unknown`.
 *
 * @example findAll(oracle, { missProbability: 1e-3, random: seededRandom(7) }).positions
 *
 * Source: Boyer, Brassard, Høyer, Tapp, quant-ph/9605034; Yoder, Low, Chuang, arXiv:1409.3305; the combination is derived.
 */
export function findAll(oracle: SearchOracle, options: FindAllOptions): FindAllResult {
  return complete(findAllTask(oracle, options));
}

/** findAll as a task that reports after each item that is found. */
export function* findAllTask(oracle: SearchOracle, options: FindAllOptions): Task<FindAllResult> {
  const { random, mode = "unknown", certificate = "fixed-point", cutOff = leastCutOff } = options;
  const { missProbability } = options;
  requireOptions(mode, certificate, cutOff, missProbability);
  const positions: number[] = [];
  let iterations = 0;
  let checks = 0;
  let certificates = 0;
  const accept = (result: SearchResult): boolean => {
    iterations += result.iterations;
    checks += result.checks;
    if (result.position === null) return false;
    positions.push(result.position);
    oracle.exclude(result.position);
    return true;
  };
  const searchOne = searcher(oracle, mode, random, cutOff);
  for (;;) {
    yield { stage: "find all", done: positions.length, total: positions.length + 1 };
    if (accept(searchOne())) continue;
    if (certificate === "none") break;
    certificates++;
    const method = { method: certificate, missProbability, random };
    if (!accept(certifyNoneLeft(oracle, method))) break;
  }
  const promised = mode !== "unknown";
  return {
    positions,
    iterations,
    checks,
    certificates,
    missProbability: promised ? 0 : missProbability,
    promise: promised ? "the number of marked positions is known" : null,
  };
}

function searcher(
  oracle: SearchOracle,
  mode: FindAllMode,
  random: RandomStream,
  cutOff: number,
): () => SearchResult {
  switch (mode) {
    case "unknown": {
      const ranges = searchRanges(oracle.size, { cutOff });
      return () => oracle.attemptEach(ranges, random);
    }
    case "known":
      return () => groverSearch(oracle, { random });
    case "exact":
      return () => exactSearch(oracle, { random });
  }
}

function requireOptions(
  mode: FindAllMode,
  certificate: CertificateMethod | "none",
  cutOff: number,
  missProbability: number,
): void {
  if (!(missProbability > 0 && missProbability < 1)) {
    throw new RangeError(
      `findAll: expected a miss probability between 0 and 1, got ${missProbability}; 1e-3 is usual.`,
    );
  }
  if (!["unknown", "known", "exact"].includes(mode)) {
    throw new RangeError(
      `findAll: expected mode unknown, known or exact, got ${mode}; unknown needs no promise.`,
    );
  }
  if (!["fixed-point", "bbht", "none"].includes(certificate)) {
    throw new RangeError(
      `findAll: expected certificate fixed-point, bbht or none, got ${certificate}; fixed-point is the cheapest.`,
    );
  }
  if (mode === "unknown" && certificate === "none") {
    throw new RangeError(
      "findAll: expected a certificate in mode unknown, got none; without a promised count nothing else ends the search.",
    );
  }
  if (!(cutOff >= leastCutOff)) {
    throw new RangeError(
      `findAll: expected a cut-off ≥ ${leastCutOff}, got ${cutOff}; below it the stated miss probability is not guaranteed.`,
    );
  }
}
