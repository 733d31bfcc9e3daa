import { Ledger } from "../oracles/ledger.ts";
import type { RowOracle } from "../oracles/row-oracle.ts";
import type { RowSketch } from "../oracles/row-sketch.ts";
import { complete } from "../task/complete.ts";
import { type CompleteAsyncOptions, completeAsync } from "../task/complete-async.ts";
import type { Task } from "../task/task.ts";
import { type FactorPlan, planFactor } from "./factor-plan.ts";
import { factorSketch, type StageReport } from "./factor-sketch.ts";
import { type FailureBudget, failureBudget } from "./failure-budget.ts";
import { sketchFactor } from "./sketch-factor.ts";
import { type SketchParameters, type SpectralOptions, sketchParameters } from "./sketch-options.ts";
import { sketchWarnings } from "./sketch-warnings.ts";

/** A spectral approximation of one matrix, with its bill. */
export interface SpectralSketch extends RowSketch {
  readonly parameters: SketchParameters;
  readonly plan: FactorPlan;
  readonly budget: FailureBudget;
  readonly reports: readonly StageReport[];
}

/**
 * Approximates one tall matrix A by a short weighted list of its rows: (1−ε)AᵀA ⪯ BᵀB ⪯ (1+ε)AᵀA.
 *
 * Queries: Õ(√(nd)/ε) row queries, or n classical reads where that is expected to be less. Rows are kept independently
 * with probability min(1, C·u), u an over-estimate of their leverage score, C = c·ln(2d/δ_l)/ε².
 *
 * Errors: RangeError for options out of range and for a matrix of rank 0.
 *
 * @example spectralApproximation(rowOracle(matrix), { epsilon: 0.5, delta: 0.05, random: seededRandom(7) }).rows.weights.length
 *
 * Source: arXiv:2311.03215, Theorem 3.1; see repeatedHalving for what is derived.
 */
export function spectralApproximation(oracle: RowOracle, options: SpectralOptions): SpectralSketch {
  return complete(spectralApproximationTask(oracle, options));
}

/** {@link spectralApproximation} in slices, with progress and an AbortSignal. */
export function spectralApproximationAsync(
  oracle: RowOracle,
  options: SpectralOptions & CompleteAsyncOptions,
): Promise<SpectralSketch> {
  return completeAsync(spectralApproximationTask(oracle, options), options);
}

/** {@link spectralApproximation} as a task. */
export function* spectralApproximationTask(
  oracle: RowOracle,
  options: SpectralOptions,
): Task<SpectralSketch> {
  const parameters = sketchParameters("spectralApproximation", options);
  const budget = failureBudget(parameters.delta, [oracle], false);
  const { name, rows, columns } = oracle;
  const plan = planFactor({ name, rows, columns }, parameters.epsilon, parameters, budget);
  const ledger = new Ledger();
  const run = { plan, parameters, random: options.random, refines: true };
  const state = yield* sketchFactor(oracle.billedTo(ledger, name), run);
  const sketch = factorSketch(plan, state);
  return {
    rows: sketch.rows,
    parameters,
    plan,
    budget,
    reports: sketch.reports,
    ledger,
    warnings: sketchWarnings({ parameters, factors: [plan] }),
  };
}
