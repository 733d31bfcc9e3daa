import { SingularValueDecomposition } from "ml-matrix";
import { DenseMatrix } from "../dense-matrix.ts";
import { fromMlMatrix, toMlMatrix } from "./to-ml-matrix.ts";

/**
 * The singular value decomposition of a triangular factor with its columns scaled to length 1: on the columns that
 * are not zero, R = E D with D = diag(size) and E = U S Vᵀ.
 */
export interface ColumnDecomposition {
  /** The columns that are not zero, d of them, and those that are. */
  readonly used: readonly number[];
  readonly zero: readonly number[];
  /** Length of each used column. */
  readonly size: readonly number[];
  /** E, d × d, upper triangular with columns of length 1. */
  readonly equilibrated: DenseMatrix;
  /** The diagonal of S, largest first. */
  readonly singular: readonly number[];
  /** U and V, d × d. */
  readonly left: DenseMatrix;
  readonly right: DenseMatrix;
  /** How many singular values are above the tolerance of 64 d 2⁻⁵² σ_1. */
  readonly rank: number;
  readonly tolerance: number;
}

/**
 * Decomposes the triangular factor of a matrix after scaling its columns to length 1, so that the rank does not
 * depend on the units of the columns.
 *
 * The tolerance must be above the rounding of one QR, which is a few d 2⁻⁵² whatever the number of rows (measured),
 * and far below 1e-12, so that a condition of 1e12 still counts as full rank.
 *
 * @param factor rows of `stride` values; its leading `columns` × `columns` block is R
 * @param unit the scale that is still to be applied to each column
 */
export function decomposeColumns(
  factor: Float64Array,
  unit: Float64Array,
  columns: number,
  stride = columns,
): ColumnDecomposition {
  const squares = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    for (let k = i; k < columns; k++) squares[k] += factor[i * stride + k] ** 2;
  }
  const all = Array.from(squares.keys());
  const used = all.filter((k) => squares[k] > 0);
  const zero = all.filter((k) => squares[k] === 0);
  const lengths = used.map((k) => Math.sqrt(squares[k]));
  const size = used.map((k, j) => lengths[j] * unit[k]);
  const d = used.length;
  const equilibrated = new DenseMatrix(d, d, new Float64Array(d * d));
  for (let i = 0; i < d; i++) {
    for (let j = i; j < d; j++) {
      equilibrated.data[i * d + j] = factor[used[i] * stride + used[j]] / lengths[j];
    }
  }
  if (d === 0) {
    const empty = equilibrated;
    return { used, zero, size, equilibrated, singular: [], left: empty, right: empty, rank: 0, tolerance: 0 };
  }
  const svd = new SingularValueDecomposition(toMlMatrix(equilibrated));
  const singular = svd.diagonal;
  const tolerance = 64 * d * Number.EPSILON * singular[0];
  return {
    used,
    zero,
    size,
    equilibrated,
    singular,
    left: fromMlMatrix(svd.leftSingularVectors),
    right: fromMlMatrix(svd.rightSingularVectors),
    rank: singular.filter((s) => s > tolerance).length,
    tolerance,
  };
}

/** Puts the columns of a narrow matrix back to their places among `columns`, with zeros between. */
export function spreadColumns(narrow: DenseMatrix, used: readonly number[], columns: number): DenseMatrix {
  const data = new Float64Array(narrow.rows * columns);
  for (let i = 0; i < narrow.rows; i++) {
    used.forEach((k, j) => {
      data[i * columns + k] = narrow.at(i, j);
    });
  }
  return new DenseMatrix(narrow.rows, columns, data);
}
