import type { LedgerEntry } from "../oracles/ledger-entry.ts";
import { factorEntries } from "./factor-entries.ts";
import { planFactor } from "./factor-plan.ts";
import { failureBudget } from "./failure-budget.ts";
import { type SpectralOptions, sketchParameters } from "./sketch-options.ts";

/**
 * Predicts the bill of spectralApproximation from the shape of the matrix alone; label `expected`, or `exact` for reads.
 *
 * Holds within a few percent for incoherent matrices, as predictKronecker does.
 *
 * Errors: RangeError for options out of range.
 *
 * @example predictSpectral({ name: "A", rows: 2 ** 20, columns: 3 }, { epsilon: 0.5, delta: 0.05 })
 */
export function predictSpectral(
  shape: { readonly name: string; readonly rows: number; readonly columns: number },
  options: Omit<SpectralOptions, "random">,
): readonly LedgerEntry[] {
  const parameters = sketchParameters("predictSpectral", options);
  const budget = failureBudget(parameters.delta, [shape], false);
  return factorEntries(planFactor(shape, parameters.epsilon, parameters, budget));
}
