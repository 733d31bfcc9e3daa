/**
 * The deviance of a count x from its mean M: x log(x/M) + M − x, zero at x = M and positive elsewhere.
 *
 * Near x = M the terms cancel, so it is summed from a series in v = (x − M)/(x + M) instead, which needs the difference
 * x − M only: give it where it is known better than the subtraction of the two would tell. Accurate to about 1e-15
 * relative. Returns +∞ for M = 0 < x. Arguments are ≥ 0 and not checked.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities", 2000 (the function bd0).
 */
export function deviance(x: number, mean: number, difference: number = x - mean): number {
  if (x === 0) return mean;
  if (mean === 0) return Number.POSITIVE_INFINITY;
  const v = difference / (x + mean);
  if (!(Math.abs(v) < 0.1)) return x * Math.log(x / mean) - difference;
  // (x − M) v + 2 x v (v²/3 + v⁴/5 + …)
  const square = v * v;
  let sum = difference * v;
  let power = 2 * x * v;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
