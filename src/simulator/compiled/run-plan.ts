import { unitPhase } from "../../circuit/unit-phase.ts";
import { encodePass, type Layout } from "./encode-pass.ts";
import { type Plan, type PlannedPass, type TilePass, tileCount } from "./plan.ts";
import { moved } from "./resolve-permutations.ts";
import { runTiles } from "./threads/run-tiles.ts";
import type { TileState } from "./tile-state.ts";
import { turnAmplitude, turnMean } from "./turn-mean.ts";
import { writeTableSpec } from "./write-table-spec.ts";

/** A pass and where the qubits lie before it and after it. */
export interface PlacedPass {
  readonly pass: PlannedPass;
  readonly before: Layout;
  readonly after: Layout;
}

/**
 * Runs a pass on a state, pausing now and then. `start` is the number of the basis state that the run began in; any
 * number from another start.
 */
export function* runPass(state: TileState, placed: PlacedPass, start: number): Generator<void, void, void> {
  const { pass, before, after } = placed;
  if (pass.kind === "tiles") yield* runTilePass(state, { pass, before, after }, start);
  else if (pass.kind === "mean") yield* turnMean(state, pass.angle);
  else turnAmplitude(state, moved(pass.index, before), pass.angle);
}

function* runTilePass(
  state: TileState,
  { pass, before, after }: PlacedPass & { readonly pass: TilePass },
  start: number,
): Generator<void, void, void> {
  const { view, kernels, map } = state;
  let fixed = 2 ** state.qubits - 1;
  before.forEach((position, qubit) => {
    if (((pass.tile | pass.liveOuter) >> qubit) & 1) fixed &= ~(1 << position);
  });
  const outerBase = start & fixed;
  let from = 0;
  do {
    const part = encodePass(view, pass, { map, before, after, outerBase, from });
    const bits = before.length - part.bitOf.filter((bit) => bit < 0).length;
    for (const { address, sweep } of part.tables) {
      writeTableSpec(view, map.spec, sweep, part.bitOf, bits);
      const [c, s] = unitPhase(sweep.angle);
      kernels.buildTable(address, map.temporary, bits, map.spec, sweep.scale * c, sweep.scale * s);
    }
    yield* runTiles(state, tileCount(pass));
    from += part.steps;
  } while (from < pass.steps.length);
}

/** The passes of a plan with every qubit where its number says. */
export function placePasses({ qubits, passes }: Plan): PlacedPass[] {
  const layout = Array.from({ length: qubits }, (_, q) => q);
  return passes.map((pass) => ({ pass, before: layout, after: layout }));
}
