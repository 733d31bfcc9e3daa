import { binomial } from "../../random/binomial.ts";
import type { RandomStream } from "../../random/random-stream.ts";

/**
 * Splits shots over outcomes at random: a multinomial draw, one binomial an outcome after the other.
 *
 * Outcomes of weight 0 get none. Weights need not sum to 1.
 */
export function splitShots(shots: number, weights: readonly number[], stream: RandomStream): number[] {
  // What is left from each outcome on; sums from the end, so that the last possible outcome takes exactly what is left.
  const tails = new Float64Array(weights.length + 1);
  for (let k = weights.length - 1; k >= 0; k--) tails[k] = tails[k + 1] + weights[k];
  if (!(tails[0] > 0 && tails[0] < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `run: expected probabilities with a positive sum, got ${tails[0]}; check the initial state.`,
    );
  }
  const shares = weights.map(() => 0);
  if (shots === 1) {
    // The outcome whose interval, counted from the end, holds a uniform number in (0, 1].
    const left = (1 - stream.uniform()) * tails[0];
    let k = 0;
    while (tails[k + 1] >= left) k++;
    shares[k] = 1;
    return shares;
  }
  let rest = shots;
  for (let k = 0; k < weights.length && rest > 0; k++) {
    if (weights[k] === 0) continue;
    shares[k] = binomial(rest, Math.min(1, weights[k] / tails[k]), stream);
    rest -= shares[k];
  }
  return shares;
}
