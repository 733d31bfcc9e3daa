import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";

/** The data of a two-layer regression as a user gives them. */
export interface TwoLayerInput {
  /** The input matrix, n × d. */
  readonly C: MatrixInput;
  /** The outer layer, m × n. */
  readonly A: MatrixInput;
  /** The m targets. */
  readonly b: ArrayLike<number>;
  /** The weights of the regulariser ½‖diag(w) C x‖², one for all rows or one for each. */
  readonly w: number | ArrayLike<number>;
}

/** The data of a two-layer regression, checked. */
export interface TwoLayerProblem {
  readonly inner: DenseMatrix;
  readonly outer: DenseMatrix;
  readonly target: Float64Array;
  /** w_i², one for each row of C. */
  readonly squaredWeights: Float64Array;
}

/**
 * Checks the data of a two-layer regression.
 *
 * Errors: TypeError for another kind of matrix; RangeError for classes of rows, shapes that do not fit, and values that are not
 * finite.
 */
export function twoLayerProblem({ C, A, b, w }: TwoLayerInput): TwoLayerProblem {
  const inner = dense(C, "C");
  const outer = dense(A, "A");
  if (outer.columns !== inner.rows) {
    throw new RangeError(
      `softmaxReluNewton: expected A with ${inner.rows} columns, one for each row of C, got ${outer.columns}; A is m × n, C is n × d.`,
    );
  }
  const weights =
    typeof w === "number" ? new Float64Array(inner.rows).fill(w) : vector("w", w, inner.rows, "row of C");
  if (weights.some((weight) => !Number.isFinite(weight))) {
    throw new RangeError(`softmaxReluNewton: expected finite weights w, got ${String(w)}; try 0.1.`);
  }
  return {
    inner,
    outer,
    target: vector("b", b, outer.rows, "row of A"),
    squaredWeights: weights.map((weight) => weight * weight),
  };
}

function dense(input: MatrixInput, name: string): DenseMatrix {
  const matrix = asMatrix(input, name);
  if (matrix.kind === "dense") return matrix;
  throw new RangeError(
    `softmaxReluNewton: expected ${name} as single rows, got classes of rows; write the rows out.`,
  );
}

function vector(name: string, values: ArrayLike<number>, length: number, of: string): Float64Array {
  if (values.length !== length) {
    throw new RangeError(
      `softmaxReluNewton: expected ${length} values in ${name}, one for each ${of}, got ${values.length}; pair every row with its value.`,
    );
  }
  const result = Float64Array.from(values);
  const bad = result.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return result;
  throw new RangeError(
    `softmaxReluNewton: expected finite values in ${name}, got ${values[bad]} at ${bad} (counted from 0); replace it.`,
  );
}
