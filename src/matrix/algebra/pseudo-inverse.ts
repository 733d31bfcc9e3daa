import { DenseMatrix } from "../dense-matrix.ts";
import { rowSpace } from "./row-space.ts";

/**
 * Computes the Moore-Penrose pseudo-inverse A⁺ = (AᵀA)⁺Aᵀ = Cᵀ (A Cᵀ)ᵀ, C the whitener of A.
 *
 * A Cᵀ has orthonormal columns and comes from a QR, so the condition of A enters once, not squared, and dependent
 * columns do no harm.
 *
 * Shapes: A is n × d of any shape, A⁺ is d × n.
 *
 * Errors: RangeError for entries that are not finite.
 *
 * @example pseudoInverse(new DenseMatrix(2, 1, Float64Array.of(1, 1))).data // Float64Array [0.5, 0.5]
 */
export function pseudoInverse(matrix: DenseMatrix): DenseMatrix {
  const { rows, columns } = matrix;
  const space = rowSpace(matrix);
  const { rank, whitener } = space;
  const data = new Float64Array(columns * rows);
  const coordinates = new Float64Array(rank);
  for (let i = 0; i < rows; i++) {
    space.whiten(matrix.row(i), coordinates);
    for (let k = 0; k < columns; k++) {
      let sum = 0;
      for (let t = 0; t < rank; t++) sum += whitener.at(t, k) * coordinates[t];
      data[k * rows + i] = sum;
    }
  }
  return new DenseMatrix(columns, rows, data);
}
