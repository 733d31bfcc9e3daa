import type { Amplitudes } from "../amplitudes.ts";
import { type Kernels, kernelsOn, sharedKernels } from "./kernels.ts";
import { countMemory } from "./threads/count-memory.ts";
import type { WorkerTeam } from "./threads/worker-team.ts";
import { type MemoryMap, memoryMap } from "./tile-memory.ts";

/** The amplitudes of a state in the memory that kernels work on, with all that a pass needs beside them. */
export interface TileState extends Amplitudes {
  readonly map: MemoryMap;
  readonly memory: WebAssembly.Memory;
  readonly view: DataView;
  readonly kernels: Kernels;
  readonly tileQubits: number;
  /** The threads that help now, if any. */
  team: WorkerTeam | undefined;
}

/** Most qubits of a state that fits into the memory of WebAssembly, 4 GiB, beside the tables. */
export const mostTileQubits = 27;

/** Fewest qubits that the kernels take: a row of 16 amplitudes, and two qubits more. */
export const fewestTileQubits = 6;

/** The states by the memory of their amplitudes. */
const states = new WeakMap<ArrayBufferLike, TileState>();

/** How many qubits a tile has: as many amplitudes as fit the cache of one core beside a table. */
export function tileQubitsFor(qubits: number): number {
  return qubits > 14 && qubits <= 20 ? 13 : 14;
}

/** A state of fewer tiles, 2 to this power, is not worth the call of other threads. */
const fewestSharedTiles = 3;

/** How many threads can share a state: 1 where they are not worth it, or the host has no shared memory. */
export function sharedThreads(qubits: number, tileQubits: number, threads: number): number {
  return qubits - tileQubits >= fewestSharedTiles && threads > 1 && sharedKernels() !== null ? threads : 1;
}

/**
 * A new state with all amplitudes 0, in a memory that so many threads can share where the host allows it.
 *
 * Errors: RangeError where the host has not so much memory.
 */
export function newTileState(qubits: number, tileQubits: number, threads = 1): TileState {
  const sharing = sharedThreads(qubits, tileQubits, threads);
  const map = memoryMap(qubits, tileQubits, sharing);
  const memory = newMemory(map.pages, sharing > 1, qubits);
  const kernels = kernelsOn(memory);
  if (kernels === undefined) {
    throw new TypeError("newTileState: expected a host with WebAssembly and SIMD, got none; see hasKernels.");
  }
  const { buffer } = memory;
  const state: TileState = {
    qubits,
    re: new Float64Array(buffer, map.re, 2 ** qubits),
    im: new Float64Array(buffer, map.im, 2 ** qubits),
    map,
    memory,
    view: new DataView(buffer),
    kernels,
    tileQubits,
    team: undefined,
  };
  states.set(buffer, state);
  countMemory(buffer);
  return state;
}

function newMemory(pages: number, shared: boolean, qubits: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (cause) {
    throw new RangeError(
      `run: expected ${pages * 2 ** 16} bytes of memory for ${qubits} qubits, got none from the host; drop states that are not needed, or use fewer qubits.`,
      { cause },
    );
  }
}

/** The state that some amplitudes are the planes of, if they lie in a memory of kernels. */
export function tileStateOf({ re, im }: Amplitudes): TileState | undefined {
  const state = states.get(re.buffer);
  return state?.re === re && state.im === im ? state : undefined;
}

/** The number of the basis state that amplitudes are, up to a phase; undefined for any other state. */
export function basisStateOf({ re, im }: Amplitudes): number | undefined {
  const isZero = (k: number) => re[k] === 0 && im[k] === 0;
  let found = 0;
  while (found < re.length && isZero(found)) found++;
  for (let k = found + 1; k < re.length; k++) if (!isZero(k)) return undefined;
  return found < re.length ? found : undefined;
}
