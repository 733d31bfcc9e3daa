import { leastSquares } from "../../matrix/algebra/least-squares.ts";
import { regressionOversampling } from "../../matrix/algebra/regression-oversampling.ts";
import { sampledLeastSquares } from "../../matrix/algebra/sampled-least-squares.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RealMatrix } from "../../matrix/real-matrix.ts";
import { RowClassMatrix } from "../../matrix/row-class-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { RowOracle } from "../../oracles/row-oracle.ts";
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

/** Classes of identical rows are written out one by one up to this many rows in all. */
const MOST_WRITTEN = 2 ** 20;

/**
 * Solves least squares on rows sampled by exact leverage: ‖Ax̃ − b‖ ≤ (1+ε)·min ‖Ax − b‖ with probability ≥ 1 − δ.
 *
 * Row i is kept with p_i = min(1, C τ_i), C from `regressionOversampling`: the classical twin of `quantumRegression`, with the same rate.
 * It reads all rows of A but only the kept entries of b.
 *
 * A longer matrix in classes of identical rows is sampled class by class: any n will do.
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
  // The rows are known and paid for from here on.
  const matrix = rows.rows > MOST_WRITTEN ? classesOf(rows) : readDense(rows, rows.rows, "sampledRegression");
  const scores = exactLeverage(matrix);
  const rate = regressionOversampling({ epsilon, delta, constant, columns: Math.max(1, scores.rank ?? 1) });
  const draws = Math.max(1, rate * scores.sum);
  const sample = sampleRows(matrix, { random, form: "bernoulli", constant, scores, draws });
  ledger.enter("right-hand side");
  const solution =
    matrix.kind === "dense"
      ? leastSquares(sample.sketch.apply(matrix), sample.sketch.applyTarget(entries))
      : sampledLeastSquares(sample.rows, entries.read);
  const { coefficients, residualNorm, rank } = solution;
  return {
    coefficients,
    residualNorm,
    rank,
    method: "sampled",
    residualOf: "sketch",
    iterations: 0,
    sketchRows: sample.rows.weights.length,
    ledger,
    warnings: sample.warnings,
  };
}

/** All rows, in the classes that the oracle hands them out in where there are fewer of these. */
function classesOf(oracle: RowOracle): RealMatrix {
  const { columns, values, counts } = oracle.readAll();
  if (counts.length === oracle.rows) return new DenseMatrix(oracle.rows, columns, values);
  return new RowClassMatrix(
    Array.from(counts, (count, e) => ({ count, row: values.slice(e * columns, (e + 1) * columns) })),
  );
}
