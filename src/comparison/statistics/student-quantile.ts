/**
 * The quantile of Student's t law: the t with P(T ≤ t) = p.
 *
 * For whole degrees of freedom the distribution is a finite sum in θ = atan(t/√ν); it is inverted by bisection to full
 * precision.
 *
 * Errors: RangeError for p outside (0, 1) and degrees of freedom that are not whole and ≥ 1.
 *
 * @example studentQuantile(0.975, 10) // 2.228
 *
 * Source: Abramowitz and Stegun, 26.7.3 and 26.7.4.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`studentQuantile: expected 0 < p < 1, got ${p}; 0.95 leaves 5 % above.`);
  }
  if (!(Number.isSafeInteger(freedom) && freedom >= 1)) {
    throw new RangeError(
      `studentQuantile: expected whole degrees of freedom ≥ 1, got ${freedom}; a fit of n points has n − 2.`,
    );
  }
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, freedom);
  let [low, high] = [0, Math.PI / 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return Math.sqrt(freedom) * Math.tan(middle);
    if (0.5 + centralMass(middle, freedom) / 2 < p) low = middle;
    else high = middle;
  }
}

/** P(|T| ≤ √ν tan θ). */
function centralMass(theta: number, freedom: number): number {
  const [sine, cosine] = [Math.sin(theta), Math.cos(theta)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 2 : 1; k <= freedom - 3; k += 2) {
    term *= (k / (k + 1)) * cosine * cosine;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (theta + sine * sum) : sine * sum;
}
