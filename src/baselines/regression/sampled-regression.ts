import { leastSquares } from "../../matrix/algebra/least-squares.ts";
import { regressionOversampling } from "../../matrix/algebra/regression-oversampling.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { exactLeverage } from "../leverage/exact-leverage.ts";
import { billedRows, billedTarget, type RowSource, requireShare, type TargetSource } from "../row-source.ts";
import { sampleRows } from "../sketches/sample-rows.ts";
import { readDense } from "../sketches/sketch.ts";
import type { ClassicalRegression } from "./classical-regression.ts";

/** What a regression by sampled rows needs to know. */
export interface SampledRegressionOptions {
  readonly epsilon: number;
  readonly delta: number;
  readonly random: RandomStream;
  /** The constant c of the embedding (default 3, rigorous). */
  readonly constant?: number;
}

/**
 * Solves least squares on rows sampled by exact leverage: ‖Ax̃ − b‖ ≤ (1+ε)·min ‖Ax − b‖ with probability ≥ 1 − δ.
 *
 * Row i is kept with p_i = min(1, C τ_i), C from `regressionOversampling`: the classical twin of `quantumRegression`, with the same rate.
 * It reads all rows of A but only the kept entries of b.
 *
 * Queries: n row reads; about C·rank entries of b.
 *
 * Errors: RangeError for options out of range, a b of another length, a matrix of rank 0, and values that are not finite.
 *
 * Source: Drineas, Mahoney and Muthukrishnan, arXiv:0708.3696.
 *
 * @example sampledRegression(matrix, b, { epsilon: 0.1, delta: 0.1, random: seededRandom(7) }).coefficients
 */
export function sampledRegression(
  source: RowSource,
  target: TargetSource,
  { epsilon, delta, random, constant = 3 }: SampledRegressionOptions,
): ClassicalRegression {
  requireShare("sampledRegression", "epsilon", epsilon, "try 0.1");
  requireShare("sampledRegression", "delta", delta, "try 0.05");
  const ledger = new Ledger();
  ledger.enter("reading");
  const rows = billedRows(source, ledger);
  const entries = billedTarget(target, ledger, rows.rows, "sampledRegression");
  const matrix = readDense(rows, rows.rows, "sampledRegression");
  // The rows are known and paid for from here on.
  const scores = exactLeverage(matrix);
  const rate = regressionOversampling({ epsilon, delta, constant, columns: Math.max(1, scores.rank ?? 1) });
  const draws = Math.max(1, rate * scores.sum);
  const sample = sampleRows(matrix, { random, form: "bernoulli", constant, scores, draws });
  ledger.enter("right-hand side");
  const solution = leastSquares(sample.sketch.apply(matrix), sample.sketch.applyTarget(entries));
  return {
    ...solution,
    method: "sampled",
    residualOf: "sketch",
    iterations: 0,
    sketchRows: sample.rows.weights.length,
    ledger,
    warnings: sample.warnings,
  };
}
