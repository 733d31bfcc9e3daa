import { permutationPasses } from "./permute-state.ts";
import { planPasses } from "./plan.ts";
import { moved, resolvePermutations } from "./resolve-permutations.ts";
import { placePasses, runPasses } from "./run-plan.ts";
import type { Stretch } from "./stretch.ts";
import type { TileState } from "./tile-state.ts";

/** What it took to run a row of steps. */
export interface StretchWork {
  readonly passes: number;
  readonly compileSeconds: number;
}

/** Runs a row of unitary steps on a state; `start` is the number of the basis state it is in, if that is known. */
export function runStretch(state: TileState, stretch: Stretch, start: number | undefined): StretchWork {
  const began = performance.now();
  const { qubits, tileQubits } = state;
  const resolved = resolvePermutations(stretch);
  const { places, flips } = resolved;
  const plan = planPasses(resolved, { tileQubits, fromBasisState: start !== undefined });
  const first = start === undefined ? permutationPasses({ qubits, tileQubits, places, flips }) : [];
  const isIdentity = start === undefined && resolved.steps.length === 0 && resolved.angle === 0;
  const passes = [...first, ...(isIdentity ? [] : placePasses(plan))];
  const compileSeconds = (performance.now() - began) / 1000;
  if (start === undefined) runPasses(state, passes, 0);
  else {
    state.re[start] = 0;
    const renamed = moved(start, places) ^ flips;
    state.re[renamed] = 1;
    runPasses(state, passes, renamed);
  }
  return { passes: passes.length, compileSeconds };
}
