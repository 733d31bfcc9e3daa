import { leastSquares } from "../../matrix/algebra/least-squares.ts";
import { lsqr } from "../../matrix/algebra/lsqr.ts";
import { residual, vectorNorm } from "../../matrix/algebra/residual-norm.ts";
import { type RowSpace, rowSpace } from "../../matrix/algebra/row-space.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { RowSource, TargetSource } from "../row-source.ts";
import { gaussianSketch } from "../sketches/gaussian-sketch.ts";
import { hadamardSketch } from "../sketches/hadamard-sketch.ts";
import type { ObliviousSketch } from "../sketches/sketch.ts";
import type { ClassicalRegression } from "./classical-regression.ts";
import { readProblem } from "./read-problem.ts";

/** How a preconditioned iteration is run. */
export interface PreconditionedOptions {
  readonly random: RandomStream;
  /** Rows of the sketch in units of the columns of A (default 4 for `blendenpik`, 2 for `lsrn`). */
  readonly oversampling?: number;
  /** The iteration ends at ‖Mᵀr‖ ≤ tolerance · ‖M‖ ‖r‖ (default 1e-14), M the preconditioned matrix. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

/**
 * Solves min_x ‖Ax − b‖ to full accuracy with few passes: a randomised Hadamard sketch SA = QR, then LSQR on A R⁻¹, whose condition
 * is about (1 + √(d/m))/(1 − √(d/m)) whatever that of A. It starts from the sketched solution, which keeps it stable.
 *
 * Queries: n row reads and n entries of b, kept for the iterations. Cost O(nd log n + d³ + nd·iterations).
 *
 * Errors: RangeError for options out of range, besides those of `qrRegression`.
 *
 * Source: Avron, Maymounkov and Toledo (2010), "Blendenpik"; start: Epperly, arXiv:2311.04362.
 *
 * @example blendenpik(matrix, b, { random: seededRandom(7) }).iterations // about 30
 */
export function blendenpik(
  source: RowSource,
  target: TargetSource,
  options: PreconditionedOptions,
): ClassicalRegression {
  return preconditioned("blendenpik", source, target, { oversampling: 4, ...options }, hadamardSketch);
}

/**
 * Solves min_x ‖Ax − b‖ to full accuracy like {@link blendenpik}, with a dense Gaussian sketch, whose condition bound is proved and which
 * finds the shortest x when columns of A depend on each other.
 *
 * Queries: n row reads and n entries of b. Cost O(n·m·d + nd·iterations), m = 2d.
 *
 * Source: Meng, Saunders and Mahoney, arXiv:1109.5981, "LSRN".
 */
export function lsrn(
  source: RowSource,
  target: TargetSource,
  options: PreconditionedOptions,
): ClassicalRegression {
  return preconditioned("lsrn", source, target, { oversampling: 2, ...options }, gaussianSketch);
}

function preconditioned(
  method: "blendenpik" | "lsrn",
  source: RowSource,
  target: TargetSource,
  options: PreconditionedOptions & { readonly oversampling: number },
  draw: (shape: { rows: number; size: number }, random: RandomStream) => ObliviousSketch,
): ClassicalRegression {
  const { random, oversampling, tolerance = 1e-14, maxIterations = 200 } = options;
  if (!(oversampling > 1 && oversampling <= 1e6)) {
    throw new RangeError(
      `${method}: expected an oversampling above 1, got ${oversampling}; the sketch needs more rows than columns, try 4.`,
    );
  }
  if (!(tolerance >= 0 && tolerance < 1) || !Number.isSafeInteger(maxIterations) || maxIterations < 1) {
    throw new RangeError(
      `${method}: expected 0 ≤ tolerance < 1 and at least one iteration, got ${tolerance} and ${maxIterations}; leave them out.`,
    );
  }
  const { matrix, b, ledger } = readProblem(source, target, method);
  const wanted = Math.ceil(oversampling * matrix.columns) + 4;
  if (wanted >= matrix.rows) {
    // A sketch as long as the matrix saves nothing.
    return {
      ...leastSquares(matrix, b),
      method,
      residualOf: "problem",
      iterations: 0,
      sketchRows: null,
      ledger,
      warnings: [`${method}: the matrix has no more rows than the sketch would; solved by QR.`],
    };
  }
  const sketch = draw({ rows: wanted, size: matrix.rows }, random);
  const short = sketch.multiply(matrix);
  const space = rowSpace(short);
  const first = leastSquares(short, sketch.applyTarget(b)).coefficients;
  const { solution, iterations, converged } = lsqr(whitened(matrix, space), residual(matrix, first, b), {
    tolerance,
    maxIterations,
  });
  const coefficients = first.slice();
  for (let t = 0; t < space.rank; t++) {
    for (let k = 0; k < matrix.columns; k++) coefficients[k] += space.whitener.at(t, k) * solution[t];
  }
  return {
    method,
    coefficients,
    residualNorm: vectorNorm(residual(matrix, coefficients, b)),
    residualOf: "problem",
    rank: space.rank,
    iterations,
    sketchRows: wanted,
    ledger,
    warnings: converged
      ? []
      : [
          `${method}: ${maxIterations} iterations did not reach the tolerance ${tolerance}; use a larger oversampling.`,
        ],
  };
}

/** A Cᵀ for the whitener C of a sketch of A: its columns are nearly orthonormal. */
function whitened({ rows, columns, data }: DenseMatrix, { rank, whitener }: RowSpace) {
  const c = whitener.data;
  return {
    rows,
    columns: rank,
    apply(v: Float64Array) {
      const x = new Float64Array(columns);
      for (let t = 0; t < rank; t++) for (let k = 0; k < columns; k++) x[k] += c[t * columns + k] * v[t];
      const result = new Float64Array(rows);
      for (let i = 0, at = 0; i < rows; i++) {
        let sum = 0;
        for (let k = 0; k < columns; k++, at++) sum += data[at] * x[k];
        result[i] = sum;
      }
      return result;
    },
    applyTranspose(u: Float64Array) {
      const sums = new Float64Array(columns);
      for (let i = 0, at = 0; i < rows; i++)
        for (let k = 0; k < columns; k++, at++) sums[k] += data[at] * u[i];
      return Float64Array.from({ length: rank }, (_, t) => {
        let sum = 0;
        for (let k = 0; k < columns; k++) sum += c[t * columns + k] * sums[k];
        return sum;
      });
    },
  };
}
