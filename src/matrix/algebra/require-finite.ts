import type { RealMatrix } from "../real-matrix.ts";

/**
 * Checks that every entry of a matrix is a finite number; call it where data come in.
 *
 * @param name the subject of the error message, for example the file or the parameter
 *
 * Errors: RangeError that names the first bad entry by row and column, both counted from 0.
 *
 * @example requireFinite(new DenseMatrix(1, 2, Float64Array.of(1, NaN)), "A1") // RangeError: A1: expected … row 0, column 1
 */
export function requireFinite(matrix: RealMatrix, name: string): void {
  if (matrix.kind === "dense") {
    const bad = firstNonFinite(matrix.data);
    if (bad >= 0) {
      throw nonFinite(name, Math.floor(bad / matrix.columns), bad % matrix.columns, matrix.data[bad]);
    }
    return;
  }
  matrix.classes.forEach(({ row }, k) => {
    const bad = firstNonFinite(row);
    if (bad >= 0) throw nonFinite(name, matrix.offsets[k], bad, row[bad]);
  });
}

/** Position of the first entry that is NaN or infinite, −1 if there is none. */
export function firstNonFinite(data: Float64Array): number {
  // x − x is 0 for finite x and NaN otherwise: the sum is tested once per million entries, not once per entry.
  const length = data.length;
  for (let start = 0; start < length; start += 1 << 20) {
    const end = Math.min(length, start + (1 << 20));
    let sum = 0;
    for (let i = start; i < end; i++) sum += data[i] - data[i];
    if (sum === 0) continue;
    for (let i = start; i < end; i++) if (!Number.isFinite(data[i])) return i;
  }
  return -1;
}

function nonFinite(name: string, row: number, column: number, value: number): RangeError {
  return new RangeError(
    `${name}: expected finite numbers, got ${value} at row ${row}, column ${column} (counted from 0); remove or replace that entry.`,
  );
}
