import { splitError } from "./error-split.ts";
import { type FactorPlan, planFactor } from "./factor-plan.ts";
import { type FailureBudget, failureBudget } from "./failure-budget.ts";
import { type SketchOptions, type SketchParameters, sketchParameters } from "./sketch-options.ts";

/** Everything about a sketch of a Kronecker product that is decided before its first query. */
export interface KroneckerPlan {
  readonly parameters: SketchParameters;
  readonly budget: FailureBudget;
  /** Accuracy ε₁ of each factor (ε₀ where the rows of the product are drawn literally). */
  readonly factorEpsilon: number;
  /** Accuracy ε₃ of the drawing of tuples. */
  readonly tupleEpsilon: number;
  readonly factors: readonly FactorPlan[];
}

/**
 * Plans the sketch of A₁ ⊗ … ⊗ A_q from the shapes of its factors: accuracies, failure budget, halving levels, fallbacks.
 *
 * Queries: none. Errors: RangeError for options out of range, fewer than two factors, no rows or no columns.
 *
 * @example planKronecker([{ rows: 3e6, columns: 4 }, { rows: 8759, columns: 4 }], { epsilon: 0.5, delta: 0.05 }).factors[1].base // 0
 */
export function planKronecker(
  factors: readonly { readonly name?: string; readonly rows: number; readonly columns: number }[],
  options: Omit<SketchOptions, "random">,
): KroneckerPlan {
  const parameters = sketchParameters("approximateKronecker", options);
  if (factors.length < 2) {
    throw new RangeError(
      `approximateKronecker: expected at least 2 factors, got ${factors.length}; for one matrix use spectralApproximation.`,
    );
  }
  factors.forEach(({ rows, columns, name }, k) => {
    if (!(Number.isSafeInteger(rows) && rows >= 1 && Number.isSafeInteger(columns) && columns >= 1)) {
      throw new RangeError(
        `approximateKronecker: expected ${name ?? `factor ${k + 1}`} to have rows and columns, got ${rows} × ${columns}; leave empty factors out.`,
      );
    }
  });
  const split = splitError(parameters.epsilon, factors.length);
  const budget = failureBudget(parameters.delta, factors, true);
  const twoStage = parameters.method === "two-stage";
  return {
    parameters,
    budget,
    factorEpsilon: split.factor,
    tupleEpsilon: split.tuples,
    factors: factors.map(({ name, rows, columns }, k) =>
      planFactor({ name: name ?? `A${k + 1}`, rows, columns }, split.factor, parameters, budget, twoStage),
    ),
  };
}
