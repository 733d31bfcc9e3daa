import { sampledLeastSquares } from "../matrix/algebra/sampled-least-squares.ts";
import type { Regression } from "../oracles/regression.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { TargetOracle } from "../oracles/target-oracle.ts";
import { complete } from "../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../task/complete-async.ts";
import type { Task } from "../task/task.ts";
import { type RegressionCost, regressionCost, regressionSketchOptions } from "./predict-regression.ts";
import type { SpectralOptions } from "./sketch-options.ts";
import { type SpectralSketch, spectralApproximationTask } from "./spectral-approximation.ts";

/** A least-squares solution from rows that a quantum search found, with its bill. */
export interface QuantumRegression extends Regression {
  /** The kept rows, and what finding them took. */
  readonly sketch: SpectralSketch;
  /** How many entries of b were read. */
  readonly entriesRead: number;
  /** What searching and what reading everything is expected to cost, and the lesser of the two: min(n, …). */
  readonly cost: RegressionCost;
}

/**
 * Solves least squares with rows sampled by leverage and found by quantum search: ‖Ax̃ − b‖ ≤ (1+ε)·min ‖Ax − b‖ with probability ≥ 1 − δ.
 *
 * Repeated halving gives over-estimates u_i of the leverage scores; a last search keeps row i with min(1, C u_i), C from
 * `regressionOversampling`; the entries of b for the kept rows are read and the short problem is solved classically. The accuracy
 * ε enters C as 1/ε, since a spectral approximation with ε₀ = ½ suffices for the embedding.
 *
 * Queries: min(n, Õ(√(nd/ε) + √(nd))) row queries and Õ(d + d/ε) entries of b. Where searching is expected to cost more
 * than n, every row is read instead and the warnings say so; all row accesses of the classical twin are n.
 *
 * Errors: RangeError for options out of range, a b of another length, and a matrix of rank 0.
 *
 * Source: quantum least squares by leverage sampling, arXiv:2311.14823 (Õ(√n d^1.5/ε) there); the 1/√ε form is derived, see
 * `regressionOversampling`.
 *
 * @example quantumRegression(rowOracle(matrix), targetOracle(b), { epsilon: 0.5, delta: 0.1, random: seededRandom(7) }).cost
 */
export function quantumRegression(
  oracle: RowOracle,
  target: TargetOracle,
  options: SpectralOptions,
): QuantumRegression {
  return complete(quantumRegressionTask(oracle, target, options));
}

/** {@link quantumRegression} in slices, with progress and an AbortSignal. */
export function quantumRegressionAsync(
  oracle: RowOracle,
  target: TargetOracle,
  options: SpectralOptions & CompleteAsyncOptions,
): Promise<QuantumRegression> {
  return completeAsync(quantumRegressionTask(oracle, target, options), options);
}

/** {@link quantumRegression} as a task. */
export function* quantumRegressionTask(
  oracle: RowOracle,
  target: TargetOracle,
  options: SpectralOptions,
): Task<QuantumRegression> {
  if (target.size !== oracle.rows) {
    throw new RangeError(
      `quantumRegression: expected ${oracle.rows} values in ${target.name}, one for each row, got ${target.size}; pair every row with its value.`,
    );
  }
  const wanted = regressionSketchOptions("quantumRegression", oracle.columns, options);
  const sketch = yield* spectralApproximationTask(oracle, { ...options, ...wanted });
  const { rows, ledger } = sketch;
  const entries = target.billedTo(ledger);
  const solved = ledger.within("right-hand side", () => sampledLeastSquares(rows, entries.read));
  return {
    ...solved,
    residualOf: "sketch",
    sketch,
    cost: regressionCost(sketch.plan),
    ledger,
    warnings: sketch.warnings,
  };
}
