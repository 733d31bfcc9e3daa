import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { Fidelity } from "../simulator/search/search-register.ts";
import type { SearchOracle } from "./search-oracle.ts";

/** A row that a search found; its values are paid for by the check that accepted it. */
export interface FoundRow {
  /** Index of the row in A, or −1 where its identity was never determined (see WeightedRows). */
  readonly index: number;
  readonly values: Float64Array;
  /** The probability with which it was marked. */
  readonly probability: number;
  /** Its frozen hash in [0, 1), smaller than the probability. */
  readonly hash: number;
}

/** A search for marked rows that can also hand over what it found. */
export interface MarkedRows extends SearchOracle {
  /** The row at a position that a check accepted. Costs nothing more. Throws for a position that was never accepted. */
  found(position: number): FoundRow;
}

/** What marks a row: row x of subset S_level is marked iff hash(x) < probability(row, x lies in S_{level+1}). */
export interface Marking {
  readonly level: number;
  /** The rule, a function of the row's values; evaluated reversibly inside the oracle. */
  readonly probability: (row: Float64Array, inNext: boolean) => number;
  /** Keys the frozen hash: a fresh stream for each level, never used by the search itself. */
  readonly hash: RandomStream;
  readonly fidelity: Fidelity;
  /**
   * Quantises the marks to a hash of b bits: with M = 2^b − 1 the threshold is P = ⌈p·M⌉, the hash is uniform on
   * {0, …, M − 1}, and a found row reports the probability P/M ≥ p. Needed at gate level; left out, the hash is real.
   */
  readonly bits?: number;
}

/**
 * Random halves of halves of a matrix's rows, S_0 = all ⊃ S_1 ⊃ … with |S_l| = ⌈n/2^l⌉, frozen once drawn.
 *
 * They are prefixes of one random permutation π: position x of level l holds row π(x), for x < |S_l|.
 */
export interface NestedSubsets {
  /** |S_l| = ⌈n/2^l⌉. */
  size(level: number): number;
  /** Reads a subset completely. Bills one classical query for each of its rows that was not read before. */
  read(level: number): WeightedRows;
  /** The rows of a subset that a rule marks, as data that can be searched. Drawing the marks bills nothing: using them does. */
  mark(marking: Marking): MarkedRows;
}
