/**
 * Computes min ‖y′ − y‖₂ over all k-sparse y′: the norm of y without its k largest entries in size.
 *
 * Errors: RangeError for a k that is not a whole number ≥ 0.
 *
 * @example sparseTail([3, 4, 12], 1) // 5
 */
export function sparseTail(y: ArrayLike<number>, k: number): number {
  if (!Number.isSafeInteger(k) || k < 0) {
    throw new RangeError(`sparseTail: expected k to be a whole number ≥ 0, got ${k}; it counts entries.`);
  }
  const squares = Float64Array.from(y, (value) => value * value).sort();
  let sum = 0;
  for (let i = 0; i < squares.length - k; i++) sum += squares[i];
  return Math.sqrt(sum);
}
