import { poissonLogPmf } from "./poisson-log-pmf.ts";

/**
 * Inverts the upper tail of a Poisson number: the smallest k with P(X > k) < tail.
 *
 * For a uniform tail it is a Poisson number, and at least 1 when tail ≤ P(X ≥ 1) = 1 − exp(−mean). It reads the
 * multiplicity of a rare index from its frozen hash: 1 − hash would round away what tells two copies from one.
 * Tails are summed from above, each to about 1e-13 relative (so near 1 to 1e-13, not to the spacing of doubles). Time O(√mean + log(1/tail)).
 *
 * Errors: RangeError for a mean outside [0, 2^40] and a tail outside (0, 1].
 *
 * @example poissonTailQuantile(1e-12, 1e-25) // 2
 */
export function poissonTailQuantile(mean: number, tail: number): number {
  if (!(mean >= 0 && mean <= 2 ** 40)) {
    throw new RangeError(
      `poissonTailQuantile: expected a mean from 0 to 2^40, got ${String(mean)}; check how it was computed.`,
    );
  }
  if (!(tail > 0 && tail <= 1)) {
    throw new RangeError(
      `poissonTailQuantile: expected a probability in (0, 1], got ${String(tail)}; pass a uniform number above 0.`,
    );
  }
  if (mean === 0) return 0;
  // Bernstein: P(X ≥ m + t) ≤ exp(−t²/(2m + 2t/3)); what lies above the start is at most tail·e^−40.
  const exponent = negligible - Math.log(tail);
  let k = Math.ceil(mean + exponent / 3 + Math.sqrt(exponent * (exponent / 9 + 2 * mean)));
  let pmf = Math.exp(poissonLogPmf(k, mean));
  while (pmf === 0) pmf = Math.exp(poissonLogPmf(--k, mean));
  // P(X ≥ k). Where it first reaches the tail, P(X > k) was still below it.
  let above = pmf;
  while (above < tail && k > 0) {
    pmf *= k / mean;
    k--;
    above += pmf;
  }
  return k;
}

/** A tail of e^−40 of the wanted one is nothing to double precision. */
const negligible = 40;
