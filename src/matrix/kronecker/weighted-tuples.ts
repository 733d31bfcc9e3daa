/**
 * A short weighted list of rows of a Kronecker product A₁ ⊗ … ⊗ A_q: the diagonal D without its zeros.
 *
 * Entry e is row (i₁, …, i_q) with i_k = `indices[e·order + k − 1]`, scaled by `weights[e]` (D itself, not D²), so that
 * AᵀD²A = Σ_e weights[e]² (a_{i₁} ⊗ … ⊗ a_{i_q})(a_{i₁} ⊗ … ⊗ a_{i_q})ᵀ. No tuple occurs twice.
 */
export interface WeightedTuples {
  /** The number q of factors. */
  readonly order: number;
  readonly indices: Float64Array;
  readonly weights: Float64Array;
}
