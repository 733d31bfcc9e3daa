import type { ThinSvd } from "../algebra/thin-svd.ts";

/**
 * Computes the ridge leverage score aᵀ(AᵀA + λI)⁻¹a of one row of A = A₁ ⊗ … ⊗ A_q from the SVDs of the factors:
 * Σ_t [Π_k s_{k,t_k}² / (Π_k s_{k,t_k}² + λ)] Π_k U_k[i_k, t_k]².
 *
 * For λ > 0 it does not factor into a product over the factors; for λ = 0 it is the leverage score, which does.
 *
 * Cost O(Π_k r_k) for ranks r_k. With λ = 0 and zero singular values left out the inverse is the pseudo-inverse.
 *
 * Errors: RangeError for λ < 0 or not finite, another number of indices than factors, or an index outside.
 *
 * @param indices the row of each factor, counted from 0
 *
 * @example kroneckerRidgeLeverage([thinSvd(a1), thinSvd(a2)], [3, 17], 0.1)
 *
 * Source: arXiv:2209.04876, Lemma 4.1.
 */
export function kroneckerRidgeLeverage(
  factors: readonly Pick<ThinSvd, "left" | "singularValues">[],
  indices: readonly number[],
  lambda: number,
): number {
  if (!(lambda >= 0) || lambda === Number.POSITIVE_INFINITY) {
    throw new RangeError(
      `kroneckerRidgeLeverage: expected a finite λ ≥ 0, got ${lambda}; pass the ridge parameter.`,
    );
  }
  if (indices.length !== factors.length) {
    throw new RangeError(
      `kroneckerRidgeLeverage: expected ${factors.length} row indices, got ${indices.length}; give one for each factor.`,
    );
  }
  indices.forEach((index, k) => {
    if (Number.isInteger(index) && index >= 0 && index < factors[k].left.rows) return;
    throw new RangeError(
      `kroneckerRidgeLeverage: expected a row of factor ${k} from 0 to ${factors[k].left.rows - 1}, got ${index}; check the index.`,
    );
  });
  const sumFrom = (k: number, singular: number, weight: number): number => {
    // λ/s/s rather than s²/(s² + λ): the square of a product of singular values may overflow.
    if (k === factors.length) return weight / (1 + lambda / singular / singular);
    const { left, singularValues } = factors[k];
    let sum = 0;
    for (let t = 0; t < singularValues.length; t++) {
      const u = left.at(indices[k], t);
      if (u !== 0) sum += sumFrom(k + 1, singular * singularValues[t], weight * u * u);
    }
    return sum;
  };
  return sumFrom(0, 1, 1);
}
