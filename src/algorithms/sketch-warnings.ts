import type { FactorPlan } from "./factor-plan.ts";
import type { SketchParameters } from "./sketch-options.ts";

/** Says in words what a reader of a result must know: fallbacks, promises, constants without proof, rounded marks. */
export function sketchWarnings(plan: {
  readonly parameters: SketchParameters;
  readonly factors: readonly FactorPlan[];
}): string[] {
  const { parameters, factors } = plan;
  const warnings = factors.flatMap(({ fallback }) => (fallback === undefined ? [] : [fallback]));
  const searches = factors.some(({ base }) => base > 0);
  if (parameters.constant < 3) {
    warnings.push(
      `constant c = ${parameters.constant}: the guarantee is proved for c = 3 (rigorous) only; rely on the certificate.`,
    );
  }
  if (searches && parameters.search !== "unknown") {
    warnings.push(
      `search ${parameters.search}: the number of marked rows is taken as a promise; finding it out is not billed.`,
    );
  }
  if (searches) {
    warnings.push(
      "coherent access to the rows and to the list of found rows (QRAM) is assumed; its cost is not in the query count.",
    );
  }
  if (parameters.bits !== null) {
    warnings.push(
      `probabilities are rounded up to multiples of 1/${2 ** parameters.bits - 1} (${parameters.bits} bits): more rows are kept than needed.`,
    );
  }
  return warnings;
}
