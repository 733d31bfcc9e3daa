import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { decomposeColumns } from "./column-decomposition.ts";
import { firstNonFinite } from "./require-finite.ts";
import { scaledRows } from "./scaled-rows.ts";
import { type ScaledTriangularFactor, scaledTriangularFactor } from "./triangular-factor.ts";
import { triangularPseudoInverse } from "./triangular-pseudo-inverse.ts";

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
 * One QR pass over the columns of A with b as a last column gives A = Q R and Qᵀb; the small system is solved by
 * the SVD of R with columns scaled to length 1, so AᵀA is never formed.
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
  return leastSquaresOfFactor(scaledTriangularFactor(rows, "leastSquares"), columns);
}

/**
 * Solves min_x ‖A x − b‖ from the triangular factor of [A b] alone, b the last of `columns` + 1 columns: for callers that
 * collect it from a stream.
 */
export function leastSquaresOfFactor(
  { factor, unit }: ScaledTriangularFactor,
  columns: number,
): LeastSquares {
  const width = columns + 1;
  // In units of unit[columns] for b: the last column holds Qᵀb, its corner the part of b outside the span of Q.
  const decomposition = decomposeColumns(factor, unit, columns, width);
  const { used, left, rank } = decomposition;
  const right = Float64Array.from({ length: columns }, (_, i) => factor[i * width + columns]);
  const inverse = triangularPseudoInverse(decomposition, columns);
  const coefficients = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    for (let i = 0; i < columns; i++) coefficients[k] += inverse.at(k, i) * right[i];
  }
  // Directions of Q that the columns of R leave out, at a deficient rank, belong to the residual.
  let square = factor[columns * width + columns] ** 2;
  for (let t = rank; t < used.length; t++) {
    let part = 0;
    for (let i = 0; i < used.length; i++) part += left.at(i, t) * right[used[i]];
    square += part * part;
  }
  const size = unit[columns];
  return {
    coefficients: coefficients.map((x) => x * size),
    residualNorm: Math.sqrt(square) * size,
    rank,
  };
}
