import { permutationPasses } from "./permute-state.ts";
import { planPasses } from "./plan.ts";
import { moved, resolvePermutations } from "./resolve-permutations.ts";
import { placePasses, runPasses } from "./run-plan.ts";
import type { Stretch } from "./stretch.ts";
import type { TileState } from "./tile-state.ts";

/** Runs a row of unitary steps on a state; `start` is the number of the basis state it is in, if that is known. */
export function runStretch(state: TileState, stretch: Stretch, start: number | undefined): void {
  const { qubits, tileQubits } = state;
  const resolved = resolvePermutations(stretch);
  const { places, flips } = resolved;
  const plan = planPasses(resolved, { tileQubits, fromBasisState: start !== undefined });
  if (start === undefined) {
    runPasses(state, permutationPasses({ qubits, tileQubits, places, flips }), 0);
    if (resolved.steps.length > 0 || resolved.angle !== 0) runPasses(state, placePasses(plan), 0);
    return;
  }
  state.re[start] = 0;
  const renamed = moved(start, places) ^ flips;
  state.re[renamed] = 1;
  runPasses(state, placePasses(plan), renamed);
}
