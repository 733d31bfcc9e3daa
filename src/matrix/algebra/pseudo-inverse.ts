import { QrDecomposition } from "ml-matrix";
import { DenseMatrix } from "../dense-matrix.ts";
import { decomposeColumns } from "./column-decomposition.ts";
import { requireFinite } from "./require-finite.ts";
import { fromMlMatrix, toMlMatrix } from "./to-ml-matrix.ts";
import { transposed } from "./transposed.ts";
import { triangularPseudoInverse } from "./triangular-pseudo-inverse.ts";

/**
 * Computes the Moore-Penrose pseudo-inverse A⁺ = R⁺ Qᵀ from a QR of A and an SVD of R.
 *
 * Singular values of R, its columns scaled to length 1, count as zero below 64 d 2⁻⁵² of the largest: dependent
 * columns do no harm, and the condition of A enters the error once, not squared. A wide matrix is transposed first.
 *
 * Shapes: A is n × d, A⁺ is d × n.
 *
 * Errors: RangeError for entries that are not finite.
 *
 * @example pseudoInverse(new DenseMatrix(2, 1, Float64Array.of(1, 1))).data // Float64Array [0.5, 0.5]
 */
export function pseudoInverse(matrix: DenseMatrix): DenseMatrix {
  requireFinite(matrix, "pseudoInverse");
  const { rows, columns, data } = matrix;
  if (rows < columns) return transposed(pseudoInverse(transposed(matrix)));
  const unit = Float64Array.from({ length: columns }, (_, k) => {
    let largest = 0;
    for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(data[i * columns + k]));
    return largest === 0 ? 1 : largest;
  });
  const scaled = new DenseMatrix(
    rows,
    columns,
    data.map((x, i) => x / unit[i % columns]),
  );
  const qr = new QrDecomposition(toMlMatrix(scaled));
  const q = fromMlMatrix(qr.orthogonalMatrix);
  const factor = fromMlMatrix(qr.upperTriangularMatrix).data;
  const inverse = triangularPseudoInverse(decomposeColumns(factor, unit, columns), columns);
  const result = new DenseMatrix(columns, rows, new Float64Array(columns * rows));
  for (let k = 0; k < columns; k++) {
    for (let t = 0; t < columns; t++) {
      const entry = inverse.at(k, t);
      for (let i = 0; i < rows; i++) result.data[k * rows + i] += entry * q.at(i, t);
    }
  }
  return result;
}
