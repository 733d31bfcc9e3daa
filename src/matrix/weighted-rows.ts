/**
 * A short weighted list of rows of a matrix A: B = D A without its zero rows.
 *
 * Entry e stands for `counts[e]` identical rows of A, each scaled by `weights[e]`, so that
 * BᵀB = Σ_e counts[e] · weights[e]² · a_e a_eᵀ. A dense matrix has counts of 1 throughout; larger counts occur
 * when a block of identical rows (see RowClassMatrix) was read completely.
 */
export interface WeightedRows {
  readonly columns: number;
  /** The unscaled rows a_e, one after the other: entry e is `values[e·columns … (e+1)·columns − 1]`. */
  readonly values: Float64Array;
  /** The scale of each row in B (not squared). */
  readonly weights: Float64Array;
  /** How many identical rows of A the entry stands for. */
  readonly counts: Float64Array;
  /**
   * The index in A of the first of these rows; they are consecutive. −1 where the identity of the rows was never
   * determined because nothing depends on it (rows of a class inside an inner halving level).
   */
  readonly indices: Float64Array;
}
