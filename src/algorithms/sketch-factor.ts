import type { RowOracle } from "../oracles/row-oracle.ts";
import type { Task } from "../task/task.ts";
import type { FactorState } from "./factor-sketch.ts";
import { refine } from "./refine.ts";
import { type HalvingRun, repeatedHalving } from "./repeated-halving.ts";

/**
 * Reduces one factor to a short weighted list of its rows: repeated halving, then (if asked) refinement.
 *
 * Queries: see planFactor. Errors: RangeError when no row other than zero was kept: the factor has rank 0, or the
 * constant is far too small.
 */
export function* sketchFactor(
  oracle: RowOracle,
  run: HalvingRun & { readonly refines: boolean },
): Task<FactorState> {
  const subsets = oracle.subsets(run.random.split("subsets"));
  const halved = yield* repeatedHalving(oracle, subsets, run);
  const state = run.refines ? yield* refine(oracle, subsets, halved, run) : halved;
  if (state.rows.values.every((value) => value === 0)) {
    throw new RangeError(`${run.plan.name}: ${state.exact ? ZERO : NONE_KEPT}`);
  }
  return state;
}

const ZERO =
  "expected a factor with a non-zero row, got rank 0; leave it out, its Kronecker product is zero.";

// A search that finds nothing cannot tell a zero factor from marks that are too rare.
const NONE_KEPT =
  "expected a non-zero row among those kept, got none; leave the factor out if it is zero, else use a larger constant.";
