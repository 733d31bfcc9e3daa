import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { firstNonFinite } from "./require-finite.ts";
import { rowSpace } from "./row-space.ts";
import { scaledRows } from "./scaled-rows.ts";
import { scaledTriangularFactor } from "./triangular-factor.ts";

/** A least-squares solution. */
export interface LeastSquares {
  /** The x of smallest length among those with the smallest ‖Ax − b‖. */
  readonly coefficients: Float64Array;
  /** ‖Ax − b‖. */
  readonly residualNorm: number;
  /** The rank of A; the solution is unique when it equals the number of columns. */
  readonly rank: number;
}

/**
 * Solves min_x ‖A x − b‖, with the shortest x when the columns of A depend on each other.
 *
 * One QR pass over the columns of A with b as a last column gives A = Q R and Qᵀb; the small system is solved through
 * the row space of R, an SVD, so AᵀA is never formed.
 *
 * Shapes: b has one value per row of a dense matrix, per class of a row-class matrix (all of its rows share it), per
 * entry of weighted rows (where the problem is min ‖D (A x − b)‖: b is given unweighted).
 *
 * Errors: RangeError for a b of another length and for entries, weights or counts that are not finite.
 *
 * @example leastSquares(new DenseMatrix(2, 1, Float64Array.of(1, 1)), Float64Array.of(1, 3)) // x = [2], residual √2
 */
export function leastSquares(matrix: RealMatrix | WeightedRows, b: Float64Array): LeastSquares {
  const { length, columns, values, scale } = scaledRows(matrix, "leastSquares");
  if (b.length !== length) {
    throw new RangeError(
      `leastSquares: expected ${length} values in b, one for each row or class, got ${b.length}; pair every row with its value.`,
    );
  }
  const bad = firstNonFinite(b);
  if (bad >= 0) {
    throw new RangeError(
      `leastSquares: expected finite values in b, got ${b[bad]} at ${bad} (counted from 0); remove that row.`,
    );
  }
  const width = columns + 1;
  const joined = new Float64Array(length * width);
  for (let e = 0; e < length; e++) {
    joined.set(values.subarray(e * columns, (e + 1) * columns), e * width);
    joined[e * width + columns] = b[e];
  }
  const rows = { length, columns: width, values: joined, scale };
  const { factor, unit } = scaledTriangularFactor(rows, "leastSquares");

  // In units of unit[columns] for b: upper = R, right = Qᵀb, and the corner is the part of b outside Q.
  const upper = new DenseMatrix(columns, columns, new Float64Array(columns * columns));
  const right = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    for (let k = i; k < columns; k++) upper.data[i * columns + k] = factor[i * width + k] * unit[k];
    right[i] = factor[i * width + columns];
  }
  const space = rowSpace(upper);
  const { rank, whitener } = space;
  // R Cᵀ = W has orthonormal columns, and R⁺ = Cᵀ Wᵀ.
  const w = new DenseMatrix(columns, rank, new Float64Array(columns * rank));
  for (let i = 0; i < columns; i++) space.whiten(upper.row(i), w.row(i));
  const projected = new Float64Array(rank);
  for (let t = 0; t < rank; t++) {
    for (let i = 0; i < columns; i++) projected[t] += w.at(i, t) * right[i];
  }
  const coefficients = new Float64Array(columns);
  for (let t = 0; t < rank; t++) {
    for (let k = 0; k < columns; k++) coefficients[k] += whitener.at(t, k) * projected[t];
  }
  let square = factor[columns * width + columns] ** 2;
  for (let i = 0; i < columns; i++) {
    let rest = right[i];
    for (let t = 0; t < rank; t++) rest -= w.at(i, t) * projected[t];
    square += rest * rest;
  }
  const size = unit[columns];
  return {
    coefficients: coefficients.map((x) => x * size),
    residualNorm: Math.sqrt(square) * size,
    rank,
  };
}
