import type { Amplitudes, Plane, Precision } from "../amplitudes.ts";
import { takeMemory } from "../take-memory.ts";
import { type Kernels, kernelsOn, sharedKernels } from "./kernels.ts";
import { countMemory } from "./threads/count-memory.ts";
import type { WorkerTeam } from "./threads/worker-team.ts";
import { fitsMemory, type MemoryMap, memoryMap } from "./tile-memory.ts";

/** The amplitudes of a state, the memory that kernels work on, and all that a pass needs there. */
export interface TileState extends Amplitudes {
  readonly precision: Precision;
  /** The part of a large state that is worked on; undefined where all of the state lies in the memory of the kernels. */
  readonly window: Amplitudes | undefined;
  readonly map: MemoryMap;
  readonly memory: WebAssembly.Memory;
  readonly view: DataView;
  readonly kernels: Kernels;
  readonly tileQubits: number;
  /** The threads that help now, if any. */
  team: WorkerTeam | undefined;
}

/** What a state is like, beside its amplitudes. */
export interface StateShape {
  readonly qubits: number;
  readonly tileQubits: number;
  readonly threads: number;
  readonly precision: Precision;
  /** The qubits of a window, for states of more qubits; undefined for windows only where a memory is too small. */
  readonly windowQubits: number | undefined;
}

/** Most qubits of a state: basis states are counted in 32-bit integers. */
export const mostTileQubits = 30;

/** Fewest qubits of a state: a row of 16 amplitudes and, in 32 bits, tiles for the widest matrix and one qubit more. */
export const fewestTileQubits = { 64: 6, 32: 10 } as const;

/** Windows on states that are too large for one memory: their rows are long enough to copy, and they fit the cache. */
const usualWindow = 20;

/** The states by the memory of their amplitudes. */
const states = new WeakMap<ArrayBufferLike, TileState>();

/** How many qubits a tile has: as many amplitudes as fit the cache of one core beside a table. */
export function tileQubitsFor(qubits: number): number {
  return qubits > 14 && qubits <= 20 ? 13 : 14;
}

/** A state of fewer tiles, 2 to this power, is not worth the call of other threads. */
const fewestSharedTiles = 3;

/** How many threads can share a state: 1 where they are not worth it, or the host has no shared memory. */
export function sharedThreads({ qubits, tileQubits, threads, precision }: StateShape): number {
  const isWorth = qubits - tileQubits >= fewestSharedTiles && threads > 1;
  return isWorth && sharedKernels(precision) !== null ? threads : 1;
}

/** The qubits of the windows on a state; undefined where the whole state lies in one memory. */
export function windowOf(shape: StateShape): number | undefined {
  const { qubits, windowQubits } = shape;
  const isWhole = windowQubits === undefined ? fitsMemory(shape) : qubits <= windowQubits;
  return isWhole ? undefined : (windowQubits ?? usualWindow);
}

/**
 * A new state with all amplitudes 0, in a memory that so many threads can share where the host allows it.
 *
 * Errors: LimitError where the host has not so much memory.
 */
export function newTileState(shape: StateShape): TileState {
  const { qubits, tileQubits, precision } = shape;
  const threads = sharedThreads(shape);
  const windowQubits = windowOf(shape);
  const map = memoryMap({ qubits: windowQubits ?? qubits, tileQubits, threads, precision });
  const bytes = map.pages * 2 ** 16 + (windowQubits === undefined ? 0 : 2 * map.numberBytes * 2 ** qubits);
  const { memory, planes } = takeMemory("run", bytes, qubits, () => {
    const pages = { initial: map.pages, maximum: map.pages, shared: threads > 1 };
    const outside =
      windowQubits === undefined ? undefined : [newPlane(precision, qubits), newPlane(precision, qubits)];
    return { memory: new WebAssembly.Memory(pages), planes: outside };
  });
  const kernels = kernelsOn(memory, precision);
  if (kernels === undefined) {
    throw new TypeError("newTileState: expected a host with WebAssembly and SIMD, got none; see hasKernels.");
  }
  const { buffer } = memory;
  const inside: Amplitudes = {
    qubits: windowQubits ?? qubits,
    re: planeAt(precision, buffer, map.re, windowQubits ?? qubits),
    im: planeAt(precision, buffer, map.im, windowQubits ?? qubits),
  };
  const [re, im] = planes ?? [inside.re, inside.im];
  const state: TileState = {
    qubits,
    re,
    im,
    precision,
    window: planes === undefined ? undefined : inside,
    map,
    memory,
    view: new DataView(buffer),
    kernels,
    tileQubits,
    team: undefined,
  };
  states.set(re.buffer, state);
  countMemory(buffer);
  return state;
}

/** A plane of so many qubits with all numbers 0. */
export function newPlane(precision: Precision, qubits: number): Plane {
  return precision === 64 ? new Float64Array(2 ** qubits) : new Float32Array(2 ** qubits);
}

function planeAt(precision: Precision, buffer: ArrayBufferLike, address: number, qubits: number): Plane {
  const size = 2 ** qubits;
  return precision === 64 ? new Float64Array(buffer, address, size) : new Float32Array(buffer, address, size);
}

/** The state that some amplitudes are the planes of, if kernels can work on them. */
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
