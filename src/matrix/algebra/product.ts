import { DenseMatrix } from "../dense-matrix.ts";

/**
 * Multiplies two small dense matrices.
 *
 * Errors: RangeError for shapes that do not fit.
 */
export function product(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  if (a.columns !== b.rows) {
    throw new RangeError(
      `product: expected ${a.columns} rows in the second matrix, got ${b.rows}; check the order of the factors.`,
    );
  }
  const data = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let t = 0; t < a.columns; t++) {
      const entry = a.at(i, t);
      for (let k = 0; k < b.columns; k++) data[i * b.columns + k] += entry * b.data[t * b.columns + k];
    }
  }
  return new DenseMatrix(a.rows, b.columns, data);
}
