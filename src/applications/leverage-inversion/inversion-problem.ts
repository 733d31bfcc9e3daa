import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";

/** The data of an inversion: A with its offsets b, the scores to be reached, and the regulariser. */
export interface InversionProblem {
  readonly matrix: DenseMatrix;
  readonly offsets: Float64Array;
  /** The wanted scores σ. */
  readonly target: Float64Array;
  /** The diagonal of w in ½‖diag(w) A x‖²; null for none. */
  readonly weights: Float64Array | null;
}

/** The data of an inversion as a user gives them. */
export interface InversionInput {
  /** n × d, of full column rank. */
  readonly A: MatrixInput;
  /** The n offsets of s(x) = Ax − b. */
  readonly b: ArrayLike<number>;
  /** The n scores to be reached. */
  readonly sigma: ArrayLike<number>;
  /** The weights of the regulariser ½‖diag(w) A x‖², one for all rows or one for each; default 0, no regulariser. */
  readonly w?: number | ArrayLike<number>;
}

/**
 * Checks the data of an inversion.
 *
 * Errors: TypeError for another kind of matrix; RangeError for a matrix of row classes, not more rows than columns, lengths that
 * do not fit, values that are not finite, and scores below 0 or above 1.
 */
export function inversionProblem({ A, b, sigma, w = 0 }: InversionInput): InversionProblem {
  const matrix = asMatrix(A, "A");
  if (matrix.kind !== "dense") {
    throw new RangeError(
      "invertLeverage: expected A as single rows, got classes of rows; write the rows out.",
    );
  }
  if (matrix.rows <= matrix.columns) {
    throw new RangeError(
      `invertLeverage: expected more rows than columns in A, got ${matrix.rows} × ${matrix.columns}; all scores of a square matrix are 1 whatever x is.`,
    );
  }
  const target = vector("sigma", sigma, matrix.rows);
  const bad = target.findIndex((score) => !(score >= -1e-12 && score <= 1 + 1e-12));
  if (bad >= 0) {
    throw new RangeError(
      `invertLeverage: expected scores from 0 to 1, got ${target[bad]} at ${bad} (counted from 0); leverage scores lie there.`,
    );
  }
  const weights = typeof w === "number" ? new Float64Array(matrix.rows).fill(w) : vector("w", w, matrix.rows);
  if (weights.some((weight) => !Number.isFinite(weight))) {
    throw new RangeError(`invertLeverage: expected finite weights w, got ${String(w)}; 0 is no regulariser.`);
  }
  return {
    matrix,
    offsets: vector("b", b, matrix.rows),
    target,
    weights: weights.every((weight) => weight === 0) ? null : weights,
  };
}

function vector(name: string, values: ArrayLike<number>, length: number): Float64Array {
  if (values.length !== length) {
    throw new RangeError(
      `invertLeverage: expected ${length} values in ${name}, one for each row of A, got ${values.length}; pair every row with its value.`,
    );
  }
  const result = Float64Array.from(values);
  const bad = result.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return result;
  throw new RangeError(
    `invertLeverage: expected finite values in ${name}, got ${values[bad]} at ${bad} (counted from 0); remove or replace that row.`,
  );
}
