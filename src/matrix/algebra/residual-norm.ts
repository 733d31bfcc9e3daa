import type { DenseMatrix } from "../dense-matrix.ts";

/** Computes ‖Ax − b‖ in one pass, without a square that overflows. */
export function residualNorm(matrix: DenseMatrix, x: Float64Array, b: Float64Array): number {
  return vectorNorm(residual(matrix, x, b));
}

/** Computes b − Ax. */
export function residual(
  { rows, columns, data }: DenseMatrix,
  x: Float64Array,
  b: Float64Array,
): Float64Array {
  const result = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0;
    for (let k = 0; k < columns; k++, at++) sum += data[at] * x[k];
    result[i] = b[i] - sum;
  }
  return result;
}

/** The Euclidean length of a vector, for entries of any size. */
export function vectorNorm(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] / largest) ** 2;
  return largest * Math.sqrt(sum);
}
