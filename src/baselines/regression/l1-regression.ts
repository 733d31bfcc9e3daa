import { leastAbsolute } from "../../matrix/algebra/least-absolute.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { billedRows, billedTarget, type RowSource, requireShare, type TargetSource } from "../row-source.ts";
import { keepRows } from "../sketches/row-sample.ts";
import { readDense } from "../sketches/sketch.ts";
import type { ClassicalRegression } from "./classical-regression.ts";
import { lewisWeights } from "./lewis-weights.ts";
import { readProblem } from "./read-problem.ts";

/** A least-absolute-deviations solution: `residualNorm` is ‖Ax − b‖₁, and `lowerBound` proves how good it is. */
export interface L1Regression extends ClassicalRegression {
  /** No x has a smaller ‖Ax − b‖₁ (of the problem, or of the sample that was solved). */
  readonly lowerBound: number;
}

/**
 * Solves min_x ‖Ax − b‖₁ with a proof: the objective exceeds a dual bound by at most `tolerance` (default 1e-10) of itself.
 *
 * Queries: n row reads and n entries of b. Cost O(nd²) an iteration of an interior-point method, 10 to 30 iterations.
 *
 * Errors: RangeError for a b of another length, values that are not finite, and where the gap does not close.
 *
 * @example l1Regression([[1], [1], [1]], [1, 2, 9]).coefficients // about [2], the median
 */
export function l1Regression(
  source: RowSource,
  target: TargetSource,
  { tolerance = 1e-10 }: { readonly tolerance?: number } = {},
): L1Regression {
  requireShare("l1Regression", "tolerance", tolerance, "leave it out for 1e-10");
  const { matrix, b, ledger } = readProblem(source, target, "l1Regression");
  return {
    ...leastAbsolute(matrix, b, tolerance),
    method: "l1",
    residualOf: "problem",
    sketchRows: null,
    ledger,
    warnings: [],
  };
}

/**
 * Solves min_x ‖Ax − b‖₁ on rows kept by the ℓ₁ Lewis weights w of A, row i with p_i = min(1, C w_i) and scaled by 1/p_i,
 * C = constant · ln(2r/(εδ))/ε².
 *
 * ‖Ax̃ − b‖₁ ≤ (1+ε)·min with probability ≥ 1 − δ for a sufficient constant; the source gives none, so that the default 1 is a
 * practical setting without proof.
 *
 * Queries: n row reads; about C·rank entries of b.
 *
 * Errors: RangeError for options out of range, a matrix of rank 0, besides those of `l1Regression`.
 *
 * Source: Parulekar, Parulekar and Price, arXiv:2105.09433; weights: Cohen and Peng, arXiv:1412.0588.
 */
export function sampledL1Regression(
  source: RowSource,
  target: TargetSource,
  options: {
    readonly epsilon: number;
    readonly delta: number;
    readonly random: RandomStream;
    readonly constant?: number;
  },
): L1Regression {
  const { epsilon, delta, random, constant = 1 } = options;
  requireShare("sampledL1Regression", "epsilon", epsilon, "try 0.25");
  requireShare("sampledL1Regression", "delta", delta, "try 0.05");
  if (!(constant > 0 && Number.isFinite(constant))) {
    throw new RangeError(`sampledL1Regression: expected a constant > 0, got ${constant}; try 1.`);
  }
  const ledger = new Ledger();
  ledger.enter("reading");
  const rows = billedRows(source, ledger);
  const entries = billedTarget(target, ledger, rows.rows, "sampledL1Regression");
  const matrix = readDense(rows, rows.rows, "sampledL1Regression");
  const { weights, rank } = lewisWeights(matrix, { p: 1, tolerance: 1e-6 });
  if (rank === 0) {
    throw new RangeError(
      "sampledL1Regression: expected a row that is not zero, got rank 0; there is nothing to fit.",
    );
  }
  const rate = (constant * Math.log((2 * rank) / (epsilon * delta))) / epsilon ** 2;
  const { columns, data } = matrix;
  const list = {
    columns,
    values: data,
    weights: new Float64Array(rows.rows).fill(1),
    counts: new Float64Array(rows.rows).fill(1),
    indices: Float64Array.from({ length: rows.rows }, (_, i) => i),
  };
  const kept = keepRows(list, (e) => Math.min(1, rate * weights[e]), random);
  ledger.enter("right-hand side");
  // keepRows scales by 1/√p, as squares ask for; absolute values want 1/p.
  const scale = kept.weights.map((weight) => weight * weight);
  const short = new DenseMatrix(
    scale.length,
    columns,
    kept.values.map((value, at) => value * scale[Math.floor(at / columns)]),
  );
  const b = Float64Array.from(kept.indices, (index, e) => scale[e] * entries.read(index));
  return {
    ...leastAbsolute(short, b),
    method: "l1-sampled",
    residualOf: "sketch",
    sketchRows: scale.length,
    ledger,
    warnings: ["Lewis-weight sampling: the constant of the rate is practical, without proof."],
  };
}
