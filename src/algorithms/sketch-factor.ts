import type { RowOracle } from "../oracles/row-oracle.ts";
import type { Task } from "../task/task.ts";
import type { FactorState } from "./factor-sketch.ts";
import { refine } from "./refine.ts";
import { type HalvingRun, repeatedHalving } from "./repeated-halving.ts";

/**
 * Reduces one factor to a short weighted list of its rows: repeated halving, then (if asked) refinement.
 *
 * Queries: see planFactor. Errors: RangeError when the factor turns out to have rank 0.
 */
export function* sketchFactor(
  oracle: RowOracle,
  run: HalvingRun & { readonly refines: boolean },
): Task<FactorState> {
  const subsets = oracle.subsets(run.random.split("subsets"));
  const halved = yield* repeatedHalving(oracle, subsets, run);
  const state = run.refines ? yield* refine(oracle, subsets, halved, run) : halved;
  if (state.rows.values.every((value) => value === 0)) {
    throw new RangeError(
      `${run.plan.name}: expected a factor with a non-zero row, got rank 0; leave it out, its Kronecker product is zero.`,
    );
  }
  return state;
}
