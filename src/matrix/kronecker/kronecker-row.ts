/**
 * Multiplies out one row of A₁ ⊗ … ⊗ A_q from one row of each factor: entry (k_1, …, k_q) is Π a_{k_j}, with the
 * last index running fastest.
 *
 * Shapes: factors of d_1, …, d_q values give Π d_j values. With no factor the row is [1].
 *
 * @param into where to write, of length Π d_j; a new array by default
 *
 * Errors: RangeError when `into` has another length.
 *
 * @example kroneckerRow([Float64Array.of(1, 2), Float64Array.of(3, 5)]) // Float64Array [3, 5, 6, 10]
 */
export function kroneckerRow(rows: readonly Float64Array[], into?: Float64Array): Float64Array {
  let length = 1;
  for (const row of rows) length *= row.length;
  if (into !== undefined && into.length !== length) {
    throw new RangeError(
      `kroneckerRow: expected room for ${length} values, got ${into.length}; pass an array of that length.`,
    );
  }
  const product = into ?? new Float64Array(length);
  if (length === 0) return product;
  product[0] = 1;
  let filled = 1;
  for (const row of rows) {
    // Backwards in place: block i of the new product starts at i · row.length ≥ i, so nothing is lost unread.
    for (let i = filled - 1; i >= 0; i--) {
      const head = product[i];
      for (let k = row.length - 1; k >= 0; k--) product[i * row.length + k] = head * row[k];
    }
    filled *= row.length;
  }
  return product;
}
