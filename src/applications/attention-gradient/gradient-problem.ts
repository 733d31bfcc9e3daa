import { product } from "../../matrix/algebra/product.ts";
import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";

/** The matrices of L(X) = ½‖D(X)⁻¹ exp(A1 X A2ᵀ/d) A3 Y − E‖_F². */
export interface AttentionGradientInput {
  /** n × d. */
  readonly A1: MatrixInput;
  readonly A2: MatrixInput;
  readonly A3: MatrixInput;
  readonly E: MatrixInput;
  /** d × d; X is what the gradient is taken in. */
  readonly X: MatrixInput;
  readonly Y: MatrixInput;
}

/** The same, checked, with the two products that every method begins with. */
export interface AttentionGradientProblem {
  readonly n: number;
  readonly d: number;
  readonly A1: DenseMatrix;
  readonly A2: DenseMatrix;
  readonly E: DenseMatrix;
  /** A1 X and h = A3 Y, n × d. */
  readonly queries: DenseMatrix;
  readonly h: DenseMatrix;
}

/**
 * Checks the matrices of a loss and multiplies the small ones in.
 *
 * Errors: RangeError for shapes that do not fit or products that overflow; as asMatrix.
 */
export function gradientProblem(subject: string, input: AttentionGradientInput): AttentionGradientProblem {
  const A1 = dense(subject, "A1", input.A1);
  const { rows: n, columns: d } = A1;
  const shaped = (name: Exclude<keyof AttentionGradientInput, "A1">, rows: number) => {
    const matrix = dense(subject, name, input[name]);
    if (matrix.rows === rows && matrix.columns === d) return matrix;
    throw new RangeError(
      `${subject}: expected ${name} to be ${rows} × ${d} beside A1 of ${n} × ${d}, got ${matrix.rows} × ${matrix.columns}; A1, A2, A3 and E are n × d, X and Y are d × d.`,
    );
  };
  const [A2, A3, E, X, Y] = [
    shaped("A2", n),
    shaped("A3", n),
    shaped("E", n),
    shaped("X", d),
    shaped("Y", d),
  ];
  const [queries, h] = [product(A1, X), product(A3, Y)];
  for (const [name, { data }] of [
    ["A1 X", queries],
    ["A3 Y", h],
  ] as const) {
    if (data.every((value) => Number.isFinite(value))) continue;
    throw new RangeError(`${subject}: expected a finite ${name}, got entries that overflow; scale down.`);
  }
  return { n, d, A1, A2, E, queries, h };
}

function dense(subject: string, name: string, input: MatrixInput): DenseMatrix {
  const matrix = asMatrix(input, name);
  if (matrix.kind === "dense") return matrix;
  throw new TypeError(
    `${subject}: expected ${name} row by row, got classes of equal rows; pass nested arrays or { data, rows, columns }.`,
  );
}
