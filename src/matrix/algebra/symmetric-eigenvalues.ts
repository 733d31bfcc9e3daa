import { EigenvalueDecomposition } from "ml-matrix";
import { DenseMatrix } from "../dense-matrix.ts";
import { largestEntry } from "./largest-entry.ts";
import { requireFinite } from "./require-finite.ts";
import { toMlMatrix } from "./to-ml-matrix.ts";

/** Largest difference |a_ik − a_ki|, relative to the largest entry, that is put down to rounding. */
const ASYMMETRY = 1e-10;

/**
 * Computes the eigenvalues of a symmetric matrix, smallest first, each to about 1e-15 of the largest in size.
 *
 * Entries (i, k) and (k, i) are averaged; they may differ by 1e-10 of the largest entry.
 *
 * Errors: RangeError for a matrix that is not square, not finite or not symmetric.
 *
 * @example symmetricEigenvalues(new DenseMatrix(2, 2, Float64Array.of(0, 1, 1, 0))) // Float64Array [-1, 1]
 */
export function symmetricEigenvalues(matrix: DenseMatrix): Float64Array {
  const { rows, columns, data } = matrix;
  if (rows !== columns) {
    throw new RangeError(
      `symmetricEigenvalues: expected a square matrix, got ${rows} × ${columns}; pass a Gram matrix or another symmetric one.`,
    );
  }
  requireFinite(matrix, "symmetricEigenvalues");
  const largest = largestEntry(data);
  if (largest === 0) return new Float64Array(rows);
  const symmetric = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k <= i; k++) {
      const below = data[i * rows + k] / largest;
      const above = data[k * rows + i] / largest;
      if (Math.abs(below - above) > ASYMMETRY) {
        throw new RangeError(
          `symmetricEigenvalues: expected a symmetric matrix, got ${data[i * rows + k]} at (${i}, ${k}) and ${data[k * rows + i]} at (${k}, ${i}); use the singular values instead.`,
        );
      }
      symmetric[i * rows + k] = symmetric[k * rows + i] = (below + above) / 2;
    }
  }
  const { realEigenvalues } = new EigenvalueDecomposition(
    toMlMatrix(new DenseMatrix(rows, rows, symmetric)),
    { assumeSymmetric: true },
  );
  return Float64Array.from(realEigenvalues, (value) => value * largest).sort();
}
