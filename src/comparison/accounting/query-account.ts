/**
 * The six numbers that say what one oracle is asked, classically and by a hybrid quantum algorithm.
 *
 * `null` means that a number is not known; it is never written as 0.
 *
 * Source: the accounting of Cade, Folkertsma, Niesen and Weggemans, arXiv:2203.04975.
 */
export interface QueryAccount {
  /** Counted while the classical method ran on this input. */
  readonly classicalActual: number | null;
  /** Mean of the classical method over its random choices, from a formula. */
  readonly classicalExpected: number | null;
  /** Mean of the hybrid quantum method: queries of each kind. */
  readonly quantumExpected: SplitQueries;
  /** Worst case of the hybrid quantum method: queries of each kind. */
  readonly quantumWorstCase: SplitQueries;
}

/** Queries of a hybrid method by kind. */
export interface SplitQueries {
  readonly classical: number | null;
  readonly quantum: number | null;
}
