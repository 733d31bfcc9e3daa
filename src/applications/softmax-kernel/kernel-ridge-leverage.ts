import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { toMlMatrix } from "../../matrix/algebra/to-ml-matrix.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";

/**
 * Computes the ridge leverage scores of a kernel, (K(K + λI)⁻¹)_ii = 1 − λ(K + λI)⁻¹_ii, by Cholesky; entries above the diagonal are
 * not looked at.
 *
 * Errors: RangeError for a kernel that is not finite or has an eigenvalue of −λ or below.
 */
export function kernelRidgeLeverage(kernel: DenseMatrix, lambda: number): Float64Array {
  const n = kernel.rows;
  const shifted = new DenseMatrix(n, n, new Float64Array(n * n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) shifted.row(i)[j] = shifted.row(j)[i] = kernel.at(i, j);
    shifted.row(i)[i] += lambda;
  }
  const hasOnlyNumbers = shifted.data.every(Number.isFinite);
  const factor = hasOnlyNumbers ? new CholeskyDecomposition(toMlMatrix(shifted)) : null;
  if (factor === null || !factor.isPositiveDefinite()) {
    throw new RangeError(
      `kernelSampling: expected a finite kernel without eigenvalues below −λ = ${-lambda}, got ${hasOnlyNumbers ? "one that is lower" : "entries that are not finite"}; kernels of inner products have none below 0.`,
    );
  }
  const inverse = factor.solve(Matrix.eye(n, n));
  return Float64Array.from({ length: n }, (_, i) => Math.min(1, Math.max(0, 1 - lambda * inverse.get(i, i))));
}
