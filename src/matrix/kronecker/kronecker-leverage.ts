/**
 * Multiplies the scores of rows of the factors into the score of their row of A₁ ⊗ … ⊗ A_q:
 * τ_(i,j)(A₁ ⊗ A₂ | B₁ ⊗ B₂) = τ_i(A₁|B₁) τ_j(A₂|B₂).
 *
 * A zero row makes the product row zero, so 0 · ∞ = 0; otherwise a row outside one row space puts the product
 * outside, so x · ∞ = ∞ for x > 0. Products of over-estimates are over-estimates.
 *
 * Errors: RangeError for a score that is negative or NaN.
 *
 * @example kroneckerLeverage([0, Infinity]) // 0
 *
 * Source: arXiv:2209.04876, Lemma 4.1 (ordinary scores).
 */
export function kroneckerLeverage(scores: readonly number[]): number {
  let product = 1;
  let isZero = false;
  let isOutside = false;
  for (const score of scores) {
    if (!(score >= 0)) {
      throw new RangeError(`kroneckerLeverage: expected scores ≥ 0, got ${score}; pass leverage scores.`);
    }
    if (score === 0) isZero = true;
    else if (score === Number.POSITIVE_INFINITY) isOutside = true;
    else product *= score;
  }
  if (isZero) return 0;
  return isOutside ? Number.POSITIVE_INFINITY : product;
}
