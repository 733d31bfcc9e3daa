import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { gramMatrix } from "../../matrix/algebra/gram.ts";
import { leastSquares, leastSquaresOfFactor } from "../../matrix/algebra/least-squares.ts";
import { residualNorm } from "../../matrix/algebra/residual-norm.ts";
import { requireRidge } from "../../matrix/algebra/ridge-factor.ts";
import { toMlMatrix } from "../../matrix/algebra/to-ml-matrix.ts";
import { TriangularAccumulator } from "../../matrix/algebra/triangular-accumulator.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RowSource, TargetSource } from "../row-source.ts";
import type { ClassicalRegression } from "./classical-regression.ts";
import { readProblem } from "./read-problem.ts";

const direct = { residualOf: "problem", iterations: 0, sketchRows: null } as const;

/**
 * Solves min_x ‖Ax − b‖ by Householder QR, with the shortest x when the columns of A depend on each other.
 *
 * Queries: n row reads and n entries of b. Cost 2nd² operations.
 *
 * Errors: RangeError for a b of another length, and for values that are not finite.
 *
 * @example qrRegression([[1], [1]], [1, 3]).coefficients // Float64Array [2]
 */
export function qrRegression(source: RowSource, target: TargetSource): ClassicalRegression {
  const { matrix, b, ledger } = readProblem(source, target, "qrRegression");
  return { ...leastSquares(matrix, b), ...direct, method: "qr", ledger, warnings: [] };
}

/**
 * Solves min_x ‖Ax − b‖ through AᵀA x = Aᵀb and Cholesky, for contrast: half the work of QR, but the condition of A enters
 * squared, and from about 1e8 on the method breaks down.
 *
 * Queries: n row reads and n entries of b.
 *
 * Errors: RangeError where AᵀA is not positive definite up to rounding, besides those of `qrRegression`.
 */
export function normalEquations(source: RowSource, target: TargetSource): ClassicalRegression {
  const { matrix, b, ledger } = readProblem(source, target, "normalEquations");
  const { rows, columns, data } = matrix;
  const gram = gramMatrix(matrix);
  const right = new Matrix(columns, 1);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++, at++) right.set(k, 0, right.get(k, 0) + data[at] * b[i]);
  }
  const cholesky = gram.data.every(Number.isFinite) ? new CholeskyDecomposition(toMlMatrix(gram)) : undefined;
  if (cholesky === undefined || !cholesky.isPositiveDefinite()) {
    throw new RangeError(
      "normalEquations: expected AᵀA to be positive definite, got one that is not up to rounding; the condition of A is too large, use qrRegression.",
    );
  }
  const coefficients = Float64Array.from(cholesky.solve(right).to1DArray());
  const diagonal = Array.from({ length: columns }, (_, k) => cholesky.lowerTriangularMatrix.get(k, k));
  const condition = Math.max(...diagonal) / Math.min(...diagonal);
  return {
    ...direct,
    method: "normal-equations",
    coefficients,
    residualNorm: residualNorm(matrix, coefficients, b),
    rank: columns,
    ledger,
    warnings:
      condition > 1e4
        ? [
            `the condition of A is at least ${condition.toPrecision(2)} and enters squared: up to ${Math.min(16, Math.round(2 * Math.log10(condition)))} of 16 digits are lost.`,
          ]
        : [],
  };
}

/**
 * Solves min_x ‖Ax − b‖² + λ‖x‖² by QR of [A b; √λ I 0].
 *
 * `residualNorm` is ‖Ax − b‖ without the penalty. Queries: n row reads and n entries of b.
 *
 * Errors: RangeError for λ that is not a finite number ≥ 0, besides those of `qrRegression`.
 *
 * @example ridgeRegression([[1], [1]], [1, 3], { lambda: 2 }).coefficients // Float64Array [1]
 */
export function ridgeRegression(
  source: RowSource,
  target: TargetSource,
  { lambda }: { readonly lambda: number },
): ClassicalRegression {
  requireRidge(lambda, "ridgeRegression");
  const { matrix, b, ledger } = readProblem(source, target, "ridgeRegression");
  const { coefficients, rank } = ridgeSolution(matrix, b, lambda);
  return {
    ...direct,
    method: "ridge",
    coefficients,
    residualNorm: residualNorm(matrix, coefficients, b),
    rank,
    ledger,
    warnings: [],
  };
}

function ridgeSolution({ rows, columns, data }: DenseMatrix, b: Float64Array, lambda: number) {
  const width = columns + 1;
  const accumulator = new TriangularAccumulator(width);
  const joined = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    joined.set(data.subarray(i * columns, (i + 1) * columns), i * width);
    joined[i * width + columns] = b[i];
  }
  accumulator.addScaled(
    { length: rows, columns: width, values: joined, scale: undefined },
    "ridgeRegression",
  );
  const { rank } = leastSquaresOfFactor(accumulator.finish(), columns);
  const penalty = new Float64Array(columns * width);
  for (let k = 0; k < columns; k++) penalty[k * width + k] = Math.sqrt(lambda);
  accumulator.addScaled(
    { length: columns, columns: width, values: penalty, scale: undefined },
    "ridgeRegression",
  );
  return { coefficients: leastSquaresOfFactor(accumulator.finish(), columns).coefficients, rank };
}
