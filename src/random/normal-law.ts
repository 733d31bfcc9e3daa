/**
 * The upper tail of the standard normal law, 1 − Φ(x), to about 1e-14 of its value at any x.
 *
 * Below 2.5 by the series φ(x)(x + x³/3 + x⁵/(3·5) + …), whose terms are all positive; above by the continued fraction
 * φ(x)/(x + 1/(x + 2/(x + …))).
 *
 * @example normalTail(1.96) // 0.025 nearly
 *
 * Source: Abramowitz and Stegun, 26.2.11 and 26.2.14.
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 2.5) {
    let term = x;
    let sum = 0;
    for (let k = 1; term > 1e-17 * sum; k++) {
      sum += term;
      term *= (x * x) / (2 * k + 1);
    }
    return 0.5 - density * sum;
  }
  let fraction = x;
  for (let k = 160; k >= 1; k--) fraction = x + k / fraction;
  return density / fraction;
}

/**
 * The quantile Φ⁻¹(p) of the standard normal law.
 *
 * Errors: RangeError for a probability outside (0, 1).
 *
 * @example normalQuantile(0.9) // 1.2815515655446
 *
 * Source: start from Abramowitz and Stegun, 26.2.23; then Newton's steps on the logarithm of the tail.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(
      `normalQuantile: expected a probability between 0 and 1, got ${p}; the quantiles of 0 and 1 are infinite.`,
    );
  }
  if (p < 0.5) return -upperQuantile(p);
  return upperQuantile(1 - p);
}

/** The x ≥ 0 with 1 − Φ(x) = q ≤ ½. */
function upperQuantile(q: number): number {
  const t = Math.sqrt(-2 * Math.log(q));
  const rational =
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
    (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  let x = Math.max(0, t - rational);
  for (let step = 0; step < 4; step++) {
    const tail = normalTail(x);
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    x += (Math.log(tail / q) * tail) / density;
  }
  return x;
}
