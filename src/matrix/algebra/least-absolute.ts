import { DenseMatrix } from "../dense-matrix.ts";
import { largestEntry } from "./largest-entry.ts";
import { leastSquares } from "./least-squares.ts";
import { residual } from "./residual-norm.ts";
import { rowSpace } from "./row-space.ts";

/** A least-absolute-deviations solution with its proof. */
export interface LeastAbsolute {
  readonly coefficients: Float64Array;
  /** ‖Ax − b‖₁. */
  readonly residualNorm: number;
  /** A lower bound on the least ‖Ax − b‖₁ of any x, from a dual solution. */
  readonly lowerBound: number;
  readonly rank: number;
  readonly iterations: number;
}

/** How much of the way to the boundary a step may go. */
const STEP = 0.99995;

/**
 * Solves min_x ‖Ax − b‖₁ by a primal-dual interior-point method with Mehrotra's corrector, until the gap between the objective and
 * the dual bound bᵀy (Aᵀy = 0, |y_i| ≤ 1) is at most `tolerance` of the objective. Each iteration is two weighted least-squares
 * problems by QR.
 *
 * Errors: RangeError for a b of another length, values that are not finite, and where 100 iterations leave a wider gap.
 *
 * Source: Portnoy and Koenker, Statistical Science 12, 1997 (Frisch–Newton); Mehrotra (1992).
 *
 * @example leastAbsolute(new DenseMatrix(3, 1, Float64Array.of(1, 1, 1)), Float64Array.of(1, 2, 9)).coefficients // about [2]
 */
export function leastAbsolute(matrix: DenseMatrix, b: Float64Array, tolerance = 1e-10): LeastAbsolute {
  const start = leastSquares(matrix, b);
  const size = largestEntry(b);
  const { rank } = start;
  // Exact fits leave no gap to measure.
  if (size === 0 || start.residualNorm <= 1e-13 * size) {
    const { coefficients } = start;
    const residualNorm = sumAbsolute(residual(matrix, coefficients, b));
    return { coefficients, residualNorm, lowerBound: 0, rank, iterations: 0 };
  }
  // In coordinates in which the columns are orthonormal the condition of A does no harm.
  const space = rowSpace(matrix);
  const white = new DenseMatrix(matrix.rows, rank, new Float64Array(matrix.rows * rank));
  for (let i = 0; i < matrix.rows; i++) space.whiten(matrix.row(i), white.row(i));
  const { y, lowerBound, iterations } = interiorPoint(white, b, tolerance);
  const coefficients = new Float64Array(matrix.columns);
  for (let t = 0; t < rank; t++) {
    for (let k = 0; k < coefficients.length; k++) coefficients[k] += space.whitener.at(t, k) * y[t];
  }
  const residualNorm = sumAbsolute(residual(matrix, coefficients, b));
  return { coefficients, residualNorm, lowerBound: Math.min(lowerBound, residualNorm), rank, iterations };
}

function interiorPoint(matrix: DenseMatrix, b: Float64Array, tolerance: number) {
  const { rows: n, columns: d } = matrix;
  let beta = leastSquares(matrix, b).coefficients;
  let r = residual(matrix, beta, b);
  const x = new Float64Array(n).fill(0.5);
  const s = new Float64Array(n).fill(0.5);
  // The residual is w − z with w, z > 0: dual slacks of x ≥ 0 and x ≤ 1.
  const bump = sumAbsolute(r) / n;
  const z = r.map((value) => Math.max(-value, 0) + bump);
  const w = r.map((value) => Math.max(value, 0) + bump);
  const weights = new Float64Array(n);
  const list = {
    columns: d,
    values: matrix.data,
    weights,
    counts: new Float64Array(n).fill(1),
    indices: new Float64Array(n),
  };
  let lowerBound = 0;
  for (let iteration = 0; ; iteration++) {
    const objective = sumAbsolute(r);
    let dual = 0;
    for (let i = 0; i < n; i++) dual += (2 * x[i] - 1) * b[i];
    lowerBound = Math.max(lowerBound, dual);
    if (objective - lowerBound <= tolerance * objective) {
      return { y: beta, lowerBound, iterations: iteration };
    }
    if (iteration === 100) {
      throw new RangeError(
        `leastAbsolute: expected a gap of at most ${tolerance} after 100 iterations, got ${(objective - lowerBound) / objective}; scale the columns or use a larger tolerance.`,
      );
    }
    const q = x.map((_, i) => 1 / (z[i] / x[i] + w[i] / s[i]));
    for (let i = 0; i < n; i++) weights[i] = Math.sqrt(q[i]);
    const direction = (right: Float64Array) => {
      const step = leastSquares(list, right).coefficients;
      const left = residual(matrix, step, right);
      // dx = −q·(right − A·step): the residual of the weighted problem.
      return { step, dx: left.map((value, i) => -q[i] * value) };
    };
    const gapVector = z.map((value, i) => value - w[i]);
    const affine = direction(gapVector);
    const dzA = affine.dx.map((dx, i) => -z[i] - (z[i] / x[i]) * dx);
    const dwA = affine.dx.map((dx, i) => -w[i] + (w[i] / s[i]) * dx);
    const primalA = longest([x, s], [affine.dx, affine.dx.map((dx) => -dx)]);
    const dualA = longest([z, w], [dzA, dwA]);
    let mu = 0;
    let ahead = 0;
    for (let i = 0; i < n; i++) {
      mu += x[i] * z[i] + s[i] * w[i];
      ahead += (x[i] + primalA * affine.dx[i]) * (z[i] + dualA * dzA[i]);
      ahead += (s[i] - primalA * affine.dx[i]) * (w[i] + dualA * dwA[i]);
    }
    const centre = (mu * (ahead / mu) ** 3) / (2 * n);
    const xi = x.map((_, i) => (centre - affine.dx[i] * dzA[i]) / x[i]);
    const eta = x.map((_, i) => (centre + affine.dx[i] * dwA[i]) / s[i]);
    const { step, dx } = direction(gapVector.map((value, i) => value - xi[i] + eta[i]));
    const dz = dx.map((value, i) => -z[i] + xi[i] - (z[i] / x[i]) * value);
    const dw = dx.map((value, i) => -w[i] + eta[i] + (w[i] / s[i]) * value);
    const primal = longest([x, s], [dx, dx.map((value) => -value)]);
    const dualStep = longest([z, w], [dz, dw]);
    for (let i = 0; i < n; i++) {
      x[i] += primal * dx[i];
      s[i] -= primal * dx[i];
      z[i] += dualStep * dz[i];
      w[i] += dualStep * dw[i];
    }
    beta = beta.map((value, k) => value - dualStep * step[k]);
    r = residual(matrix, beta, b);
  }
}

/** The longest step, at most 1, that keeps every vector positive. */
function longest(vectors: readonly Float64Array[], changes: readonly Float64Array[]): number {
  let length = 1 / STEP;
  vectors.forEach((vector, v) => {
    const change = changes[v];
    for (let i = 0; i < vector.length; i++) {
      if (change[i] < 0) length = Math.min(length, -vector[i] / change[i]);
    }
  });
  return Math.min(1, STEP * length);
}

function sumAbsolute(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}
