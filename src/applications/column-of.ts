import type { DenseMatrix } from "../matrix/dense-matrix.ts";

/** A copy of column k of a matrix. */
export function columnOf({ rows, columns, data }: DenseMatrix, k: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => data[i * columns + k]);
}
