/** A permutation of {0, …, size − 1} with random access in both directions. */
export interface Permutation {
  readonly size: number;
  /** π(i). Errors: RangeError for an index outside {0, …, size − 1}. */
  at(i: number): number;
  /** The i with π(i) = j. Errors: RangeError for an index outside {0, …, size − 1}. */
  inverse(j: number): number;
}
