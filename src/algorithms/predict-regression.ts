import { regressionOversampling } from "../matrix/algebra/regression-oversampling.ts";
import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import { factorEntries } from "./factor-entries.ts";
import { type FactorPlan, planFactor } from "./factor-plan.ts";
import { failureBudget } from "./failure-budget.ts";
import { type SpectralOptions, sketchParameters } from "./sketch-options.ts";

/** The expected number of row queries in its honest form. */
export interface RegressionCost {
  /** Searching on every level, with the constants of this run. */
  readonly search: number;
  /** Reading every row. */
  readonly read: number;
  /** What the plan of the run is expected to pay: at most both, unless the fallback was turned off. */
  readonly least: number;
  /** The same prediction as a line of a bill, with its formula. */
  readonly entry: LedgerEntry;
}

/** What a quantum regression would cost, known before it starts. */
export interface RegressionPrediction {
  readonly plan: FactorPlan;
  readonly cost: RegressionCost;
  /** Expected row queries by stage; never mixed with measured entries. */
  readonly ledger: readonly LedgerEntry[];
  /** Expected number of kept rows, each with its entry of b; n where everything is read. */
  readonly entries: number;
}

/**
 * Predicts the bill of quantumRegression from the shape of A alone: min(n, search) row queries and one entry of b a kept row.
 *
 * Holds within a few percent for incoherent matrices, as `predictKronecker`. Errors: RangeError for options out of range.
 *
 * @example predictRegression({ rows: 2 ** 40, columns: 4 }, { epsilon: 0.5, delta: 0.1 }).cost.least
 */
export function predictRegression(
  { rows, columns, name = "A" }: { readonly rows: number; readonly columns: number; readonly name?: string },
  options: Omit<SpectralOptions, "random">,
): RegressionPrediction {
  const wanted = regressionSketchOptions("predictRegression", columns, options);
  const parameters = sketchParameters("predictRegression", { ...options, ...wanted });
  const budget = failureBudget(parameters.delta, [{ rows, columns }], false);
  const plan = planFactor({ name, rows, columns }, parameters.epsilon, parameters, budget);
  const last = plan.stages[plan.stages.length - 1];
  return { plan, cost: regressionCost(plan), ledger: factorEntries(plan), entries: last.marked };
}

/**
 * The accuracy and the failure probability of the sketch that a regression needs: half of δ is left for it, and its own rate
 * c·ln(2d/δ_l)/ε'² with δ_l ≤ δ/2 is then at least that of `regressionOversampling`.
 */
export function regressionSketchOptions(
  subject: string,
  columns: number,
  options: Omit<SpectralOptions, "random">,
): { readonly epsilon: number; readonly delta: number } {
  const { epsilon, delta, constant } = sketchParameters(subject, options);
  const rate = regressionOversampling({ epsilon, delta, constant, columns });
  const log = Math.log((4 * columns) / delta);
  return { epsilon: Math.min(0.5, Math.sqrt((constant * log) / rate)), delta: delta / 2 };
}

/** What a plan comes to. */
export function regressionCost({ name, rows, stages, base, fullSearch }: FactorPlan): RegressionCost {
  const least = stages.reduce((sum, { quantum, classical }) => sum + quantum + classical, 0);
  return {
    search: fullSearch,
    read: rows,
    least,
    entry: {
      oracle: name,
      access: base === 0 ? "classical" : "quantum",
      unit: "row",
      use: base === 0 ? "read" : "forward",
      stage: "all",
      count: least,
      label: "expected",
      note: "min(n, search): expectedFindAll over the stages of the plan, arXiv:2311.03215 and arXiv:2311.14823",
    },
  };
}
