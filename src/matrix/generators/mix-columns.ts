import type { RandomStream } from "../../random/random-stream.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import { RowClassMatrix } from "../row-class-matrix.ts";
import { orthonormalMatrix } from "./orthonormal-matrix.ts";

/**
 * Multiplies a matrix A by a random invertible d × d matrix R = U S Vᵀ of the given condition; the singular values
 * of R run geometrically from 1 to 1/condition, U and V are uniformly random.
 *
 * Leverage scores are the same for A and A R, whatever the condition.
 *
 * Errors: RangeError for a condition below 1 or not finite, or other than 1 for a single column.
 *
 * @example mixColumns(a, { condition: 1e8 }, seededRandom(7))
 */
export function mixColumns(
  matrix: DenseMatrix,
  options: { readonly condition: number },
  random: RandomStream,
): DenseMatrix;
export function mixColumns(
  matrix: RowClassMatrix,
  options: { readonly condition: number },
  random: RandomStream,
): RowClassMatrix;
export function mixColumns(
  matrix: RealMatrix,
  { condition }: { readonly condition: number },
  random: RandomStream,
): RealMatrix {
  const d = matrix.columns;
  if (!(condition >= 1 && condition < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `mixColumns: expected a finite condition ≥ 1, got ${condition}; use 1 for a rotation.`,
    );
  }
  if (d === 1 && condition !== 1) {
    throw new RangeError(
      `mixColumns: expected condition 1 for a single column, got ${condition}; use at least two columns.`,
    );
  }
  const left = orthonormalMatrix({ rows: d, columns: d }, random.split("left"));
  const right = orthonormalMatrix({ rows: d, columns: d }, random.split("right"));
  const mix = new DenseMatrix(d, d, new Float64Array(d * d));
  for (let t = 0; t < d; t++) {
    const singular = condition ** (-t / Math.max(1, d - 1));
    for (let i = 0; i < d; i++) {
      for (let k = 0; k < d; k++) mix.data[i * d + k] += left.at(i, t) * singular * right.at(k, t);
    }
  }
  const mixed = (row: Float64Array, into: Float64Array) => {
    for (let i = 0; i < d; i++) {
      for (let k = 0; k < d; k++) into[k] += row[i] * mix.data[i * d + k];
    }
    return into;
  };
  if (matrix.kind === "row-class") {
    return new RowClassMatrix(
      matrix.classes.map(({ count, row }) => ({ count, row: mixed(row, new Float64Array(d)) })),
    );
  }
  const result = new DenseMatrix(matrix.rows, d, new Float64Array(matrix.data.length));
  for (let i = 0; i < matrix.rows; i++) mixed(matrix.row(i), result.row(i));
  return result;
}
