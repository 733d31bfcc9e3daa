import { Matrix } from "ml-matrix";
import { DenseMatrix } from "../dense-matrix.ts";

/** Copies a small dense matrix into an ml-matrix Matrix, for its decompositions. The entries must be finite. */
export function toMlMatrix({ rows, columns, data }: DenseMatrix): Matrix {
  const copy = new Matrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) copy.set(i, k, data[i * columns + k]);
  }
  return copy;
}

/** Copies an ml-matrix Matrix into a dense matrix. */
export function fromMlMatrix(matrix: Matrix): DenseMatrix {
  return new DenseMatrix(matrix.rows, matrix.columns, Float64Array.from(matrix.to1DArray()));
}
