/**
 * Computes ‖a − b‖ / ‖b‖, the error of a against b; ‖a‖ itself where b is zero.
 *
 * Errors: RangeError for unequal lengths.
 */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(
      `relativeError: expected two vectors of one length, got ${a.length} and ${b.length}; compare like with like.`,
    );
  }
  let error = 0;
  let size = 0;
  for (let i = 0; i < a.length; i++) {
    error += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return Math.sqrt(size === 0 ? error : error / size);
}
