import { pseudoInverse } from "../../matrix/algebra/pseudo-inverse.ts";
import { rankOf } from "../../matrix/algebra/rank.ts";
import { regressionOversampling } from "../../matrix/algebra/regression-oversampling.ts";
import { vectorNorm } from "../../matrix/algebra/residual-norm.ts";
import { requireRidge } from "../../matrix/algebra/ridge-factor.ts";
import { rowSpace } from "../../matrix/algebra/row-space.ts";
import { thinSvd } from "../../matrix/algebra/thin-svd.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { kroneckerApply, kroneckerApplyTranspose } from "../../matrix/kronecker/kronecker-apply.ts";
import { sampleTuples } from "../../matrix/kronecker/sample-tuples.ts";
import { tupleLeastSquares } from "../../matrix/kronecker/tuple-least-squares.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedRows, billedTarget, type RowSource, requireShare, type TargetSource } from "../row-source.ts";
import { readDense } from "../sketches/sketch.ts";
import type { ClassicalRegression } from "./classical-regression.ts";
import type { SampledRegressionOptions } from "./sampled-regression.ts";

/**
 * Solves min_x ‖(A₁ ⊗ … ⊗ A_q) x − b‖ without forming the product: x = (A₁⁺ ⊗ … ⊗ A_q⁺) b, one factor after the other along its
 * own index of b. The shortest x when columns depend on each other.
 *
 * Shapes: b has Π n_k values with the last index running fastest, x has Π d_k.
 *
 * Queries: Σ n_k row reads and all Π n_k entries of b.
 *
 * Errors: RangeError without a factor, for a b of another length, and for values that are not finite.
 *
 * Source: Van Loan (2000), "The ubiquitous Kronecker product"; for q factors arXiv:1909.13384.
 *
 * @example kroneckerRegression([a1, a2], b).coefficients
 */
export function kroneckerRegression(
  factors: readonly RowSource[],
  target: TargetSource,
): ClassicalRegression {
  const { matrices, b, ledger } = readProduct(factors, target, "kroneckerRegression");
  const coefficients = kroneckerApply(matrices.map(pseudoInverse), b);
  return solution("kronecker", matrices, b, coefficients, ledger);
}

/**
 * Solves min_x ‖(A₁ ⊗ … ⊗ A_q) x − b‖² + λ‖x‖² without forming the product, by the SVDs of the factors: with A_k = U_k S_k V_kᵀ and
 * s = Π s_k, x = (⊗V_k) [s/(s² + λ)] (⊗U_k)ᵀ b.
 *
 * Queries: Σ n_k row reads and all Π n_k entries of b.
 *
 * Errors: RangeError for λ that is not a finite number ≥ 0, besides those of `kroneckerRegression`.
 *
 * Source: Kronecker ridge regression, arXiv:2209.04876 (this is its exact form).
 *
 * @example kroneckerRidgeRegression([a1, a2], b, { lambda: 0.1 }).coefficients
 */
export function kroneckerRidgeRegression(
  factors: readonly RowSource[],
  target: TargetSource,
  { lambda }: { readonly lambda: number },
): ClassicalRegression {
  requireRidge(lambda, "kroneckerRidgeRegression");
  const { matrices, b, ledger } = readProduct(factors, target, "kroneckerRidgeRegression");
  const svds = matrices.map(thinSvd);
  const projected = kroneckerApplyTranspose(
    svds.map(({ left }) => left),
    b,
  );
  const singular = svds.reduce<readonly number[]>(
    (products, { singularValues }) => products.flatMap((s) => Array.from(singularValues, (t) => s * t)),
    [1],
  );
  // 1/(s + λ/s) rather than s/(s² + λ): the square of a product of singular values may overflow.
  const shrunk = projected.map((value, t) => value / (singular[t] + lambda / singular[t]));
  const coefficients = kroneckerApply(
    svds.map(({ right }) => right),
    shrunk,
  );
  return solution("kronecker-ridge", matrices, b, coefficients, ledger);
}

/**
 * Solves Kronecker least squares on row tuples drawn by exact product leverage: ‖Ax̃ − b‖ ≤ (1+ε)·min ‖Ax − b‖ with probability ≥
 * 1 − δ. Neither the product nor all of b is touched.
 *
 * m = ⌈C·r⌉ draws, r = Π rank(A_k) and C from `regressionOversampling`; the classical twin of a sketch followed by
 * `sketchedRegression`.
 *
 * Queries: Σ n_k row reads, and at most m entries of b, given as a function of the index tuple.
 *
 * Errors: RangeError for options out of range, no factor, a factor of rank 0, and values that are not finite.
 *
 * Source: Diao, Jayaram, Song, Sun and Woodruff, arXiv:1909.13384; product rule, arXiv:2209.04876 Lemma 4.1.
 */
export function sampledKroneckerRegression(
  factors: readonly RowSource[],
  target: (index: readonly number[]) => number,
  options: SampledRegressionOptions & { readonly draws?: number },
): ClassicalRegression {
  const { epsilon, delta, random, constant = 3 } = options;
  requireShare("sampledKroneckerRegression", "epsilon", epsilon, "try 0.1");
  requireShare("sampledKroneckerRegression", "delta", delta, "try 0.05");
  requireFactor(factors, "sampledKroneckerRegression");
  const ledger = new Ledger();
  ledger.enter("reading");
  const lists = factors.map((factor, k) => billedRows(factor, ledger, `A${k + 1}`).readAll());
  const rank = lists.reduce((product, rows) => product * rowSpace(rows).rank, 1);
  const rate = regressionOversampling({ epsilon, delta, constant, columns: Math.max(1, rank) });
  const draws = options.draws ?? Math.max(1, Math.ceil(rate * rank));
  const tuples = sampleTuples(lists, draws, random);
  ledger.enter("right-hand side");
  const bill = ledger.meter({ oracle: "b", access: "classical", unit: "entry", use: "read" });
  const solved = tupleLeastSquares(lists, tuples, (index) => {
    bill(1);
    return target(index);
  });
  return {
    ...solved,
    method: "kronecker-sampled",
    residualOf: "sketch",
    iterations: 0,
    sketchRows: tuples.weights.length,
    ledger,
    warnings:
      options.draws === undefined
        ? []
        : [`${draws} tuples were drawn as asked; only the residual tells how good the solution is.`],
  };
}

function readProduct(factors: readonly RowSource[], target: TargetSource, subject: string) {
  requireFactor(factors, subject);
  const ledger = new Ledger();
  ledger.enter("read once");
  const oracles = factors.map((factor, k) => billedRows(factor, ledger, `A${k + 1}`));
  const rows = oracles.reduce((product, oracle) => product * oracle.rows, 1);
  const entries = billedTarget(target, ledger, rows, subject);
  const matrices = oracles.map((oracle) => readDense(oracle, oracle.rows, subject));
  return { matrices, b: entries.readAll(), ledger };
}

function requireFactor(factors: readonly RowSource[], subject: string): void {
  if (factors.length > 0) return;
  throw new RangeError(`${subject}: expected at least one factor, got none; pass the factors in order.`);
}

function solution(
  method: "kronecker" | "kronecker-ridge",
  matrices: readonly DenseMatrix[],
  b: Float64Array,
  coefficients: Float64Array,
  ledger: Ledger,
): ClassicalRegression {
  const fitted = kroneckerApply(matrices, coefficients);
  return {
    method,
    coefficients,
    residualNorm: vectorNorm(b.map((value, i) => value - fitted[i])),
    residualOf: "problem",
    rank: matrices.reduce((product, matrix) => product * rankOf(matrix), 1),
    iterations: 0,
    sketchRows: null,
    ledger,
    warnings: [],
  };
}
