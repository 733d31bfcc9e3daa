import { SingularValueDecomposition } from "ml-matrix";
import type { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { rowSpace } from "./row-space.ts";
import { scaledRows } from "./scaled-rows.ts";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";
import { toMlMatrix } from "./to-ml-matrix.ts";
import { triangularFactor } from "./triangular-factor.ts";

/** The range of the eigenvalues of a symmetric matrix. */
export interface SpectralBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Finds the smallest and the largest eigenvalue of a symmetric matrix, for example of C BᵀB Cᵀ with C the whitener
 * of A: then lower · AᵀA ⪯ BᵀB ⪯ upper · AᵀA. The empty matrix has bounds 1 and 1, as B = A has.
 *
 * Errors: RangeError for a matrix that is not square, not finite or not symmetric.
 */
export function spectralBounds(whitenedGram: DenseMatrix): SpectralBounds {
  const eigenvalues = symmetricEigenvalues(whitenedGram);
  if (eigenvalues.length === 0) return { lower: 1, upper: 1 };
  return { lower: eigenvalues[0], upper: eigenvalues[eigenvalues.length - 1] };
}

/**
 * Finds the tightest bounds with lower · AᵀA ⪯ BᵀB ⪯ upper · AᵀA for a weighted list B of rows.
 *
 * lower and upper are the squared extreme singular values of B Cᵀ, C the whitener of A: each row of B is whitened
 * and a QR follows, so no Gram matrix is formed and neither bound loses digits to the condition of A squared.
 * B is a spectral approximation to within ε exactly if lower ≥ 1 − ε and upper ≤ 1 + ε.
 *
 * `lower` is 0 if B misses a direction of A (the rank of B is the smaller). `upper` is Infinity if B has a row that
 * is no combination of rows of A. If A is zero, so is a valid B, and both bounds are 1.
 *
 * Errors: RangeError for unequal numbers of columns and for entries, weights or counts that are not finite.
 *
 * @returns the bounds and the rank of A
 */
export function spectralBoundsOf(
  approximation: WeightedRows,
  original: RealMatrix,
): SpectralBounds & { readonly rank: number } {
  const { columns, weights, counts } = approximation;
  if (columns !== original.columns) {
    throw new RangeError(
      `spectralBoundsOf: expected rows of ${original.columns} values as in the original, got ${columns}; compare a sketch with its own matrix.`,
    );
  }
  const { length, values, scale } = scaledRows(approximation, "spectralBoundsOf");
  const space = rowSpace(original);
  const { rank } = space;
  const whitened = new Float64Array(length * rank);
  let leaves = false;
  for (let e = 0; e < length; e++) {
    const row = values.subarray(e * columns, (e + 1) * columns);
    if (scale?.[e] !== 0 && !space.contains(row)) leaves = true;
    space.whiten(row, whitened.subarray(e * rank, (e + 1) * rank));
  }
  const factor = triangularFactor({
    columns: rank,
    values: whitened,
    weights,
    counts,
    indices: approximation.indices,
  });
  const { lower, upper } = rank === 0 ? { lower: 1, upper: 1 } : squaredSingularRange(factor);
  return { lower, upper: leaves ? Number.POSITIVE_INFINITY : upper, rank };
}

function squaredSingularRange(factor: DenseMatrix): SpectralBounds {
  const { rows, columns } = factor;
  if (rows === 0) return { lower: 0, upper: 0 };
  const singular = new SingularValueDecomposition(toMlMatrix(factor), { autoTranspose: true }).diagonal;
  const largest = singular[0];
  // Fewer rows than directions, or a smallest singular value that is rounding: B misses a direction altogether.
  const smallest = rows < columns ? 0 : singular[columns - 1];
  const misses = smallest <= 64 * columns * Number.EPSILON * largest;
  return { lower: misses ? 0 : smallest * smallest, upper: largest * largest };
}
