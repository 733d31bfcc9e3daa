/**
 * The weights exp(β(s_i − max s)) of a softmax, not normalised: the largest is 1, so nothing overflows.
 *
 * β = 0 gives ones. β = ∞, zero temperature, is the limit: 1 where s is largest and 0 elsewhere.
 *
 * Errors: RangeError for no logit, logits that are not finite, or a β that is negative or NaN.
 *
 * @example softmaxWeights([1e6, 1e6 - 1], 2) // Float64Array [1, 0.1353…]
 */
export function softmaxWeights(logits: ArrayLike<number>, beta = 1): Float64Array {
  requireBeta("softmaxWeights", beta);
  if (logits.length === 0) {
    throw new RangeError("softmaxWeights: expected at least one logit, got none; pass the logits of a row.");
  }
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) {
    if (!Number.isFinite(logits[i])) {
      throw new RangeError(
        `softmaxWeights: expected finite logits, got ${logits[i]} at ${i}; inner products that overflow have no softmax: scale the vectors down.`,
      );
    }
    largest = Math.max(largest, logits[i]);
  }
  const weights = new Float64Array(logits.length);
  for (let i = 0; i < weights.length; i++) {
    // The case of the largest logit keeps ∞·0 out.
    weights[i] = logits[i] === largest ? 1 : Math.exp(beta * (logits[i] - largest));
  }
  return weights;
}

/** The softmax itself: weights that add up to 1. */
export function softmax(logits: ArrayLike<number>, beta = 1): Float64Array {
  const weights = softmaxWeights(logits, beta);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Throws a RangeError unless β is from 0 to ∞. */
export function requireBeta(subject: string, beta: number): void {
  if (beta >= 0) return;
  throw new RangeError(
    `${subject}: expected an inverse temperature β ≥ 0, got ${beta}; Infinity stands for zero temperature.`,
  );
}
