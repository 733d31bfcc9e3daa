/**
 * Rounds a probability up to a threshold for a hash of b bits.
 *
 * With M = 2^b − 1 and a hash uniform on {0, …, M − 1}, marking iff hash < P = ⌈p·M⌉ has probability P/M ≥ p, and 1
 * exactly for p = 1. Rounding up keeps over-estimates over-estimates.
 *
 * Errors: RangeError for bits that are not a whole number from 1 to 32.
 */
export function quantisedThreshold(probability: number, bits: number): number {
  return Math.ceil(probability * hashValues(bits));
}

/** M = 2^b − 1, the number of values of a hash of b bits. */
export function hashValues(bits: number): number {
  if (!Number.isInteger(bits) || bits < 1 || bits > 32) {
    throw new RangeError(
      `quantisedThreshold: expected bits to be a whole number from 1 to 32, got ${bits}; leave it out for a real-valued hash.`,
    );
  }
  return 2 ** bits - 1;
}

/** Throws a RangeError unless a marking rule gave a probability. */
export function requireProbability(subject: string, probability: number): void {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `${subject}: expected the marking rule to give a probability in [0, 1], got ${probability}; cap it with Math.min(1, …).`,
    );
  }
}
