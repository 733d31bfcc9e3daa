/** How an accuracy ε is shared between the factors and the drawing of tuples. */
export interface ErrorSplit {
  /** Accuracy ε₁ of the approximation of each factor. */
  readonly factor: number;
  /** Accuracy ε₃ of the drawing of tuples. */
  readonly tuples: number;
}

/**
 * Splits ε equally between q factors and the drawing of tuples.
 *
 * Errors multiply under tensoring: q factors within 1 ± ε₁ and tuples within 1 ± ε₃ give
 * (1 − ε₁)^q (1 − ε₃) … (1 + ε₁)^q (1 + ε₃). With ε₁ = ε₃ = (1+ε)^{1/(q+1)} − 1 the upper end is exactly 1 + ε, and the
 * lower end is above 1 − ε, since (1 − x)^{q+1} ≥ 2 − (1 + x)^{q+1} for 0 ≤ x ≤ 1 (the sum of both powers keeps only
 * even terms). Derived; a little wider than the (ε/4, ε/4) that also works for q = 2.
 *
 * @example splitError(0.5, 2).factor // 0.1447
 */
export function splitError(epsilon: number, order: number): ErrorSplit {
  const share = Math.expm1(Math.log1p(epsilon) / (order + 1));
  return { factor: share, tuples: share };
}
