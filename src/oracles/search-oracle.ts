import type { RandomStream } from "../random/random-stream.ts";
import type { SearchRegister } from "../simulator/search/search-register.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";

/**
 * Data that can be searched: a phase oracle over `size` basis states and the classical check that goes with it.
 *
 * Everything that it hands out bills the ledger by being used. A predicate that needs a row costs two row queries per
 * phase application (compute, uncompute) and one per check (Boyer, Brassard, Høyer, Tapp, quant-ph/9605034).
 */
export interface SearchOracle {
  /** Number of basis states N. */
  readonly size: number;
  /**
   * A fresh register in the uniform superposition; each of its iterations bills this oracle.
   * It belongs to the marked set of this moment: after an exclusion ask for a new one.
   */
  prepare(): SearchRegister;
  /**
   * One run of a search: prepares |s⟩, applies `iterations` iterations, measures and checks what was seen. The position
   * if it is marked, else null. Bills the iterations and one check.
   */
  attempt(iterations: number, random: RandomStream): number | null;
  /**
   * Such runs one after another until one finds a marked position, the iterations of each drawn uniformly below the next
   * range. It ends before a run that would take more than `maxIterations` in all. Bills all iterations and all checks.
   */
  attemptEach(ranges: readonly number[], random: RandomStream, maxIterations?: number): SearchResult;
  /** Looks at one position classically: is it marked and not yet excluded? Bills one classical query. */
  check(position: number): boolean;
  /** Takes a found position out of the marked set. Costs no query to the data; later phases bill two QRAM look-ups each. */
  exclude(position: number): void;
  /**
   * How many marked positions remain. The simulator knows; an algorithm may use it only as a promise, which it must
   * name in its result (search mode `known`).
   */
  promisedCount(): number;
}
