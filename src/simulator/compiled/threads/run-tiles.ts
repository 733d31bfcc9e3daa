import { headBytes, type MemoryMap } from "../tile-memory.ts";
import type { TileState } from "../tile-state.ts";

/** What in the head of a pass is different for every thread: as in assembly/state-vector/program.ts. */
const scratchWord = 8;
const factorsWord = 48;

/** Tiles that one thread does in a few milliseconds. */
const tilesAtATime = 32;

/**
 * Runs the pass that is written in the memory of a state on so many tiles, with the help of its team, pausing now and then.
 *
 * In parts, also because the host compiles the kernels anew, and better, between two calls.
 */
export function* runTiles(
  { team, kernels, map, memory, view }: TileState,
  tiles: number,
): Generator<void, void, void> {
  const isShared = team !== undefined && tiles > 1;
  if (isShared) writeHeads(map, memory, view);
  const part = tilesAtATime * (isShared ? team.threads : 1);
  for (let from = 0; from < tiles; from += part) {
    const end = Math.min(from + part, tiles);
    if (isShared) team.runTiles(from, end, (first, last) => kernels.runTiles(map.program, first, last));
    else kernels.runTiles(map.program, from, end);
    yield;
  }
}

/** Gives the other threads a head of the pass with places of their own. */
function writeHeads(map: MemoryMap, memory: WebAssembly.Memory, view: DataView): void {
  const bytes = new Uint8Array(memory.buffer);
  for (const { program, scratch, factors } of map.helpers) {
    bytes.copyWithin(program, map.program, map.program + headBytes);
    view.setUint32(program + scratchWord, scratch, true);
    view.setUint32(program + factorsWord, factors, true);
  }
}
