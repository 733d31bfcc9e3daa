import { rowSpace } from "../matrix/algebra/row-space.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { RowScores } from "../oracles/row-scores.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";
import type { SpectralOptions } from "./sketch-options.ts";
import { type SpectralSketch, spectralApproximationTask } from "./spectral-approximation.ts";

/** Leverage scores on demand, one row query each. */
export interface LeverageEstimator extends RowScores {
  /** The spectral approximation that rows are scored against. */
  readonly sketch: SpectralSketch;
  readonly rank: number;
  /** An estimate of τ_i within a factor 1/(1+ε) … 1/(1−ε). Bills one classical row query, stage `scores`. */
  score(index: number): number;
}

/**
 * Prepares estimates of the leverage scores τ_i(A) = a_iᵀ(AᵀA)⁺a_i from a spectral approximation B of A.
 *
 * τ_i(A | B) = ‖C a_i‖² with CᵀC = (BᵀB)⁺ satisfies τ_i/(1+ε) ≤ τ_i(A | B) ≤ τ_i/(1−ε) for all rows at once.
 *
 * Queries: those of spectralApproximation, then one per score. Asking for all n scores costs n more: no advantage.
 *
 * Source: arXiv:2311.03215, Theorem 3.2 (leverage-score oracle).
 *
 * @example leverageEstimator(rowOracle(matrix), { epsilon: 0.25, delta: 0.05, random: seededRandom(7) }).score(0)
 */
export function leverageEstimator(oracle: RowOracle, options: SpectralOptions): LeverageEstimator {
  return complete(leverageEstimatorTask(oracle, options));
}

/** {@link leverageEstimator} as a task. */
export function* leverageEstimatorTask(oracle: RowOracle, options: SpectralOptions): Task<LeverageEstimator> {
  const sketch = yield* spectralApproximationTask(oracle, options);
  const space = rowSpace(sketch.rows);
  const billed = oracle.billedTo(sketch.ledger, oracle.name);
  return {
    sketch,
    rank: space.rank,
    ledger: sketch.ledger,
    warnings: sketch.warnings,
    score: (index) => sketch.ledger.within("scores", () => Math.min(1, space.score(billed.read(index)))),
  };
}
