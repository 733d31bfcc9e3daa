import { unitPhase } from "../../circuit/unit-phase.ts";
import {
  type EncodedPass,
  type EncodeOptions,
  encodePass,
  type Layout,
  setOuterBase,
} from "./encode-pass.ts";
import type { Plan, PlannedPass, TilePass } from "./plan.ts";
import { moved } from "./resolve-permutations.ts";
import { StateWindows } from "./state-windows.ts";
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
  const { map } = state;
  const windows = new StateWindows(state, moved(pass.tile, before));
  const places = { before: windows.layout(before), after: windows.layout(after) };
  const live = windows.bits(moved(pass.liveOuter, before));
  // The bits that are the same in all tiles; of others, in the tile or live, a window adds its own.
  const fixed = 2 ** state.qubits - 1 - moved(pass.tile, places.before) - live;
  let whole: EncodedPass | undefined;
  for (const base of windows.each(live, windows.bits(start) & fixed)) {
    let from = 0;
    do {
      const options = { map, ...places, outerBase: base, from };
      // What is written of a pass in one part serves all windows.
      const part = whole ?? writePart(state, pass, options);
      if (part.steps === pass.steps.length) {
        if (whole !== undefined) setOuterBase(state.view, map, part, base);
        whole = part;
      }
      yield* runTiles(state, part.tiles);
      from += part.steps;
    } while (from < pass.steps.length);
  }
}

function writePart(state: TileState, pass: TilePass, options: EncodeOptions): EncodedPass {
  const { view, kernels, map } = state;
  const part = encodePass(view, pass, options);
  const bits = options.before.length - part.bitOf.filter((bit) => bit < 0).length;
  for (const { address, sweep } of part.tables) {
    writeTableSpec(view, map.spec, sweep, part.bitOf, bits);
    const [c, s] = unitPhase(sweep.angle);
    kernels.buildTable(address, map.temporary, bits, map.spec, sweep.scale * c, sweep.scale * s);
  }
  return part;
}

/** The passes of a plan with every qubit where its number says. */
export function placePasses({ qubits, passes }: Plan): PlacedPass[] {
  const layout = Array.from({ length: qubits }, (_, q) => q);
  return passes.map((pass) => ({ pass, before: layout, after: layout }));
}
