/** A memory on a sphere of radius K√(d − 1). */
export interface CapacityOptions {
  readonly dimension: number;
  readonly beta: number;
  /** K (default 1). */
  readonly radius?: number;
  /** P, the failure probability of a random pattern. */
  readonly failureProbability: number;
}

/**
 * How many random patterns a memory holds: √P · C^{(d−1)/4}, C = b/W_0(exp(a + ln b)).
 *
 * a = (2/(d − 1))(1 + ln(2βK²P(d − 1))), b = 2K²β/5. Exact model, patterns uniform on the sphere.
 *
 * Errors: RangeError for a dimension below 2, β or K that are not above 0, or P outside (0, 1].
 *
 * @example memoryCapacity({ dimension: 20, beta: 1, radius: 3, failureProbability: 0.001 })
 *
 * Source: Ramsauer et al., arXiv:2008.02217, theorem 3.
 */
export function memoryCapacity(options: CapacityOptions): number {
  const { dimension, beta, radius = 1, failureProbability } = options;
  const inRange =
    Number.isSafeInteger(dimension) &&
    dimension >= 2 &&
    [beta, radius].every((value) => value > 0 && Number.isFinite(value)) &&
    failureProbability > 0 &&
    failureProbability <= 1;
  if (!inRange) {
    throw new RangeError(
      `memoryCapacity: expected a whole dimension ≥ 2, finite β and K above 0 and P in (0, 1], got ${dimension}, ${beta}, ${radius} and ${failureProbability}; P = 0.001 is usual.`,
    );
  }
  const a =
    (2 / (dimension - 1)) * (1 + Math.log(2 * beta * radius ** 2 * failureProbability * (dimension - 1)));
  const b = (2 * radius ** 2 * beta) / 5;
  return Math.sqrt(failureProbability) * (b / lambertOfExp(a + Math.log(b))) ** ((dimension - 1) / 4);
}

/** W_0(e^t): the w > 0 with w + ln w = t, by Newton's steps on a concave function. */
function lambertOfExp(t: number): number {
  let w = t > 1 ? t - Math.log(t) : Math.exp(t) / (1 + Math.exp(t));
  for (let step = 0; step < 60; step++) {
    const next = (w * (1 + t - Math.log(w))) / (1 + w);
    if (Math.abs(next - w) <= 1e-15 * w) return next;
    w = next;
  }
  return w;
}
