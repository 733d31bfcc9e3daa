import type { FactorState } from "./factor-sketch.ts";
import type { KroneckerPlan } from "./plan-kronecker.ts";
import type { SketchCheckpoint } from "./sketch-checkpoint.ts";

/**
 * Checks that a checkpoint follows the plan of the run that it is to continue: factors, columns, stages and their sizes.
 *
 * The seed and the entries cannot be told from a checkpoint; whoever keeps it keeps them with it.
 *
 * Errors: RangeError that says what differs.
 */
export function requireCheckpoint({ factors: states }: SketchCheckpoint, plan: KroneckerPlan): void {
  if (states.length > plan.factors.length) refuse(`one of ${states.length} factors`);
  states.forEach((state, k) => {
    const { name, columns, stages } = plan.factors[k];
    if (state.rows.columns !== columns) {
      refuse(`${state.rows.columns} columns in ${name} instead of ${columns}`);
    }
    state.reports.forEach(({ stage, size }, e) => {
      if (stages[e]?.stage !== stage || stages[e].size !== size) {
        refuse(`${stage} of ${size} rows as stage ${e + 1} of ${name}`);
      }
    });
    if (k < states.length - 1 && !isComplete(state, stages.length))
      refuse(`an unfinished ${name} before others`);
  });
}

function isComplete({ reports }: FactorState, stages: number): boolean {
  return reports.length === stages;
}

function refuse(difference: string): never {
  throw new RangeError(
    `approximateKronecker: expected a checkpoint of these factors and options, got ${difference}; resume with the data, options and seed of the run that was stopped.`,
  );
}
