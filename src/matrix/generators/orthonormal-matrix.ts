import type { RandomStream } from "../../random/random-stream.ts";
import { rowSpace } from "../algebra/row-space.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import { gaussianMatrix } from "./gaussian-matrix.ts";
import { requireSize } from "./require-size.ts";

/**
 * Draws a matrix with orthonormal columns, uniformly (Haar measure): QᵀQ = I, so that τ_i = ‖q_i‖².
 *
 * Q = A R⁻¹ for a Gaussian A with triangular factor R, repeated once so that QᵀQ = I holds to rounding.
 *
 * Errors: RangeError for more columns than rows, sizes that are not whole numbers ≥ 1, or beyond 2^27 entries.
 *
 * @example orthonormalMatrix({ rows: 64, columns: 3 }, seededRandom(7))
 *
 * Source: Mezzadri (2007), "How to generate random matrices from the classical compact groups", section 5.
 */
export function orthonormalMatrix(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  random: RandomStream,
): DenseMatrix {
  requireSize("orthonormalMatrix", "rows", rows);
  requireSize("orthonormalMatrix", "columns", columns, 1, rows);
  const gaussian = gaussianMatrix({ rows, columns }, random);
  return orthonormalised(orthonormalised(gaussian));
}

function orthonormalised(matrix: DenseMatrix): DenseMatrix {
  const space = rowSpace(matrix);
  const result = new DenseMatrix(matrix.rows, matrix.columns, new Float64Array(matrix.data.length));
  for (let i = 0; i < matrix.rows; i++) space.whiten(matrix.row(i), result.row(i));
  return result;
}
