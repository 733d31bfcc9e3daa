import { type DrawnFactor, planDrawing } from "./drawing-plan.ts";
import { splitError } from "./error-split.ts";
import { type FactorPlan, INNER_EPSILON, planFactor } from "./factor-plan.ts";
import { type FailureBudget, failureBudget } from "./failure-budget.ts";
import { LITERAL_SHARE } from "./scored-factor.ts";
import { type SketchOptions, type SketchParameters, sketchParameters } from "./sketch-options.ts";

/** Everything about a sketch of a Kronecker product that is decided before its first query. */
export interface KroneckerPlan {
  readonly parameters: SketchParameters;
  readonly budget: FailureBudget;
  /** Accuracy ε₁ of each factor (ε₀ where the rows of the product are drawn literally). */
  readonly factorEpsilon: number;
  /** Accuracy ε₃ of the drawing of tuples (at most where rows are drawn literally: estimated normalisers take the rest). */
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
  const split =
    parameters.method === "two-stage"
      ? splitError(parameters.epsilon, factors.length)
      : { factor: INNER_EPSILON, tuples: LITERAL_SHARE * parameters.epsilon };
  const budget = failureBudget(parameters.delta, factors, true);
  const plan = (k: number, drawn: readonly DrawnFactor[]): FactorPlan => {
    const { name = `A${k + 1}`, rows, columns } = factors[k];
    const drawing =
      parameters.method === "two-stage"
        ? undefined
        : planDrawing(drawn, k, parameters, budget, INNER_EPSILON);
    return planFactor({ name, rows, columns }, split.factor, parameters, budget, drawing);
  };
  // Rows are cheaper to draw from one factor when another is read, so that each depends on the others. Whoever is read even
  // if the others are not stays read; the rest is planned again, which makes it cheaper and so never reads more.
  const allSearched = factors.map(({ rows, columns }) => ({ rows, columns, read: false }));
  const first = factors.map((_, k) => plan(k, allSearched));
  const known = first.map(({ rows, columns, base }) => ({ rows, columns, read: base === 0 }));
  return {
    parameters,
    budget,
    factorEpsilon: split.factor,
    tupleEpsilon: split.tuples,
    factors: first.map((planned, k) =>
      parameters.method === "two-stage" || planned.base === 0 ? planned : plan(k, known),
    ),
  };
}
