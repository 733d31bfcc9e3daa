/**
 * Packs the integer entries of a row into one number, `width` bits each in two's complement, entry 0 lowest.
 *
 * Errors: RangeError for an entry that is not a whole number in [−2^(width−1), 2^(width−1)), or more than 32 bits in all.
 *
 * @example packRow([1, -1], 3) // 57 = 0b111_001
 */
export function packRow(row: ArrayLike<number>, width: number): number {
  requireWidth(row.length, width);
  const half = 2 ** (width - 1);
  let packed = 0;
  for (let k = 0; k < row.length; k++) {
    const entry = row[k];
    if (!Number.isInteger(entry) || entry < -half || entry >= half) {
      throw new RangeError(
        `packRow: expected whole entries from ${-half} to ${half - 1} for ${width} bits, got ${entry}; scale and round the data.`,
      );
    }
    packed += (entry < 0 ? entry + 2 * half : entry) * 2 ** (width * k);
  }
  return packed;
}

/**
 * Unpacks a number into the integer entries of a row: the inverse of `packRow`.
 *
 * @example unpackRow(57, 2, 3) // Float64Array [1, -1]
 */
export function unpackRow(packed: number, columns: number, width: number): Float64Array {
  requireWidth(columns, width);
  const half = 2 ** (width - 1);
  return Float64Array.from({ length: columns }, (_, k) => {
    const digit = Math.floor(packed / 2 ** (width * k)) % (2 * half);
    return digit >= half ? digit - 2 * half : digit;
  });
}

function requireWidth(columns: number, width: number): void {
  if (!Number.isInteger(width) || width < 1 || columns < 1 || columns * width > 32) {
    throw new RangeError(
      `packRow: expected at least one column and 1 to 32 bits in all, got ${columns} columns of ${width} bits; use narrower entries.`,
    );
  }
}
