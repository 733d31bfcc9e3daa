import type { Task } from "../../task/task.ts";
import { permutationPasses } from "./permute-state.ts";
import { planPasses } from "./plan.ts";
import { moved, resolvePermutations } from "./resolve-permutations.ts";
import { type PlacedPass, placePasses, runPass } from "./run-plan.ts";
import type { Stretch } from "./stretch.ts";
import type { TileState } from "./tile-state.ts";

/** What it took to run rows of steps. */
export interface StretchWork {
  passes: number;
  compileSeconds: number;
}

/** A row of unitary steps as passes over memory, ready to be run many times. */
export interface CompiledStretch {
  readonly passes: readonly PlacedPass[];
  /** From a basis state: qubit q of its number becomes qubit `places[q]`, and then these are flipped. */
  readonly places: readonly number[];
  readonly flips: number;
}

/** Compiles a row of unitary steps, for any initial state or for basis states alone. */
export function compileStretch(
  stretch: Stretch,
  { tileQubits, precision }: Pick<TileState, "tileQubits" | "precision">,
  fromBasisState: boolean,
  work: StretchWork,
): CompiledStretch {
  const began = performance.now();
  const { qubits } = stretch;
  const resolved = resolvePermutations(stretch);
  const { places, flips } = resolved;
  const isIdentity = resolved.steps.length === 0 && resolved.angle === 0;
  const passes = [
    ...(fromBasisState ? [] : permutationPasses({ qubits, tileQubits, places, flips })),
    ...(isIdentity ? [] : placePasses(planPasses(resolved, { tileQubits, fromBasisState, precision }))),
  ];
  work.compileSeconds += (performance.now() - began) / 1000;
  return { passes, places, flips };
}

/** Runs compiled steps on a state; `start` is the number of the basis state it is in, if they are for basis states alone. */
export function* runStretch(
  state: TileState,
  { passes, places, flips }: CompiledStretch,
  start: number | undefined,
  work: StretchWork,
): Task<void> {
  let renamed = 0;
  if (start !== undefined) {
    renamed = moved(start, places) ^ flips;
    const [re, im] = [state.re[start], state.im[start]];
    state.re[start] = 0;
    state.im[start] = 0;
    state.re[renamed] = re;
    state.im[renamed] = im;
  }
  let done = 0;
  for (const placed of passes) {
    for (const _ of runPass(state, placed, renamed)) {
      yield { stage: "simulating", done, total: passes.length };
    }
    done++;
  }
  work.passes += passes.length;
}
