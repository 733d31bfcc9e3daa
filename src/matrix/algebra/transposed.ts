import { DenseMatrix } from "../dense-matrix.ts";

/** Aᵀ as a new matrix. */
export function transposed({ rows, columns, data }: DenseMatrix): DenseMatrix {
  return new DenseMatrix(
    columns,
    rows,
    data.map((_, at) => data[(at % rows) * columns + Math.floor(at / rows)]),
  );
}
