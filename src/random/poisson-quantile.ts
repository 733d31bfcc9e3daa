import { poissonLogPmf } from "./poisson-log-pmf.ts";

/**
 * Inverts the Poisson cumulative probability: the smallest k with P(X ≤ k) > u.
 *
 * For uniform u it is a Poisson number: reads the multiplicity of an index from its frozen hash. It is 0 exactly when
 * u < Math.exp(−mean), to the bit, so it agrees with the rule "marked iff hash ≥ exp(−mean)". Below one half the
 * probabilities are summed from the lower tail, above it from the upper tail, each to about 1e-13 relative.
 *
 * Time O(√mean + log(1/tail)).
 *
 * Errors: RangeError for a mean outside [0, 2^40] and u outside [0, 1).
 *
 * @example poissonQuantile(3, 0.5) // 3
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean >= 0 && mean <= 2 ** 40)) {
    throw new RangeError(
      `poissonQuantile: expected a mean from 0 to 2^40, got ${String(mean)}; check how it was computed.`,
    );
  }
  if (!(u >= 0 && u < 1)) {
    throw new RangeError(
      `poissonQuantile: expected a probability in [0, 1), got ${String(u)}; pass a uniform number.`,
    );
  }
  if (u === 0 || u < Math.exp(-mean)) return 0;
  return Math.max(1, u < 0.5 ? fromBelow(mean, u) : fromAbove(mean, 1 - u));
}

/** A tail of e^−40 of the wanted one is nothing to double precision. */
const negligible = 40;

function fromBelow(mean: number, u: number): number {
  // P(X ≤ m − t) ≤ exp(−t²/2m): what lies below the start is at most u·e^−40.
  let k = Math.max(0, Math.floor(mean - Math.sqrt(2 * mean * (negligible - Math.log(u)))));
  let pmf = Math.exp(poissonLogPmf(k, mean));
  while (pmf === 0) pmf = Math.exp(poissonLogPmf(++k, mean));
  let cumulated = pmf;
  while (cumulated <= u) {
    k++;
    pmf *= mean / k;
    cumulated += pmf;
  }
  return k;
}

function fromAbove(mean: number, tail: number): number {
  // Bernstein: P(X ≥ m + t) ≤ exp(−t²/(2m + 2t/3)); what lies above the start is at most tail·e^−40.
  const exponent = negligible - Math.log(tail);
  let k = Math.ceil(mean + exponent / 3 + Math.sqrt(exponent * (exponent / 9 + 2 * mean)));
  let pmf = Math.exp(poissonLogPmf(k, mean));
  while (pmf === 0) pmf = Math.exp(poissonLogPmf(--k, mean));
  // P(X ≥ k). Where it first reaches the tail, P(X > k) was still below it.
  let above = pmf;
  while (above < tail) {
    pmf *= k / mean;
    k--;
    above += pmf;
  }
  return k;
}
