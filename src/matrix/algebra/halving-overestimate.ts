/**
 * Turns a generalised leverage score against a random half into an over-estimate of the leverage score.
 *
 * v = (1 + ε₀) τ(a | B) for B an ε₀-approximation of the half; then u = min(1, v) for a row of the half and
 * u = v/(1 + v) for the others (∞ becomes 1): a row outside is scored as if it were added to the half. Over a random
 * half the sum of u is at most 2d (1+ε₀)/(1−ε₀) in expectation.
 *
 * Source: uniform sampling for matrix approximation, arXiv:1408.5099 (Theorem 1); the ε₀ case is derived.
 *
 * @example halvingOverestimate(Infinity, false, 0.5) // 1
 */
export function halvingOverestimate(score: number, inHalf: boolean, epsilon: number): number {
  const v = (1 + epsilon) * score;
  if (inHalf) return Math.min(1, v);
  return v === Number.POSITIVE_INFINITY ? 1 : v / (1 + v);
}
