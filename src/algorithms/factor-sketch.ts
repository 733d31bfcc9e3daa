import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { FactorPlan } from "./factor-plan.ts";

/** What one stage of the work on a factor came to. */
export interface StageReport {
  readonly stage: string;
  readonly level: number;
  /** Number of rows of the subset. */
  readonly size: number;
  /** How many rows were kept. */
  readonly kept: number;
}

/**
 * Where the work on a factor stands after a stage: enough to go on from here, and plain data.
 *
 * `level` is the level whose subset `rows` approximates; it is 0 before and after the refinement, `refined` tells which.
 */
export interface FactorState {
  readonly level: number;
  readonly refined: boolean;
  /** True when `rows` are the subset itself, read completely. */
  readonly exact: boolean;
  readonly rows: WeightedRows;
  readonly reports: readonly StageReport[];
}

/** A factor reduced to a short weighted list of its rows. */
export interface FactorSketch {
  readonly name: string;
  readonly rows: WeightedRows;
  /** The accuracy that `rows` has with the budgeted probability; 0 when the factor was read completely. */
  readonly epsilon: number;
  readonly reports: readonly StageReport[];
}

/** The sketch that a finished state amounts to. */
export function factorSketch(plan: FactorPlan, { rows, exact, refined, reports }: FactorState): FactorSketch {
  return { name: plan.name, rows, epsilon: exact ? 0 : refined ? plan.epsilon : plan.innerEpsilon, reports };
}
