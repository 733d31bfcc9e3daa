import type { TileState } from "../tile-state.ts";

/** The head of a pass, and what in it is different for every thread: as in assembly/state-vector/program.ts. */
const headBytes = 80;
const scratchWord = 8;
const factorsWord = 48;

/** Runs the pass that is written in the memory of a state on so many tiles, with the help of its team. */
export function runTiles({ team, kernels, map, memory, view }: TileState, tiles: number): void {
  if (team === undefined || tiles === 1) {
    kernels.runTiles(map.program, 0, tiles);
    return;
  }
  const bytes = new Uint8Array(memory.buffer);
  for (const { program, scratch, factors } of map.helpers) {
    bytes.copyWithin(program, map.program, map.program + headBytes);
    view.setUint32(program + scratchWord, scratch, true);
    view.setUint32(program + factorsWord, factors, true);
  }
  team.runTiles(tiles, (from, to) => kernels.runTiles(map.program, from, to));
}
