import { SingularValueDecomposition } from "ml-matrix";
import { DenseMatrix } from "../dense-matrix.ts";
import { largestEntry } from "./largest-entry.ts";
import { toMlMatrix } from "./to-ml-matrix.ts";
import { triangularFactor } from "./triangular-factor.ts";

/** A = U S Vᵀ without the zero singular values: U is n × r, S has r values, largest first, V is d × r. */
export interface ThinSvd {
  readonly left: DenseMatrix;
  readonly singularValues: Float64Array;
  readonly right: DenseMatrix;
}

/**
 * Computes the singular value decomposition of a tall matrix: QR in row blocks, then the SVD of R, and U = A V S⁻¹.
 *
 * Singular values of at most 64 d 2⁻⁵² of the largest are dropped as zero. Here columns are not scaled: small
 * singular values have an absolute accuracy of 1e-16 of the largest, and `left` is orthonormal to 1e-16 · S_1/S_r.
 *
 * Errors: RangeError for entries that are not finite.
 */
export function thinSvd(matrix: DenseMatrix): ThinSvd {
  const { rows, columns } = matrix;
  const factor = triangularFactor(matrix);
  const largest = largestEntry(factor.data);
  if (largest === 0) {
    const empty = (height: number) => new DenseMatrix(height, 0, new Float64Array(0));
    return { left: empty(rows), singularValues: new Float64Array(0), right: empty(columns) };
  }
  // The decomposition squares its entries on the way: they are brought to size 1 before, and back after it.
  const scaled = new DenseMatrix(
    factor.rows,
    columns,
    factor.data.map((x) => x / largest),
  );
  const decomposition = new SingularValueDecomposition(toMlMatrix(scaled), { autoTranspose: true });
  const all = Float64Array.from(decomposition.diagonal, (s) => s * largest);
  const singularValues = all.filter((s) => s > 64 * columns * Number.EPSILON * all[0]);
  const rank = singularValues.length;
  const right = new DenseMatrix(columns, rank, new Float64Array(columns * rank));
  for (let k = 0; k < columns; k++) {
    for (let t = 0; t < rank; t++) right.data[k * rank + t] = decomposition.rightSingularVectors.get(k, t);
  }
  const left = new DenseMatrix(rows, rank, new Float64Array(rows * rank));
  for (let i = 0; i < rows; i++) {
    for (let t = 0; t < rank; t++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += matrix.data[i * columns + k] * right.data[k * rank + t];
      left.data[i * rank + t] = sum / singularValues[t];
    }
  }
  return { left, singularValues, right };
}
