import type { Precision } from "../amplitudes.ts";

/** Bytes between the two planes beyond their length, so that equal places of both do not share a cache line. */
const padding = 4096 + 512;

/** Most tables of phases that one pass may have at a time. */
export const mostTables = 24;

/** Bytes for the records of one pass beside its tables. */
export const programBytes = 2 ** 18;

/** Bytes of the head of a pass. */
export const headBytes = 96;

const pageBytes = 2 ** 16;

/** Most pages that a memory of WebAssembly has: 4 GiB. */
const mostPages = 2 ** 16;

/** What the memory of the kernels is laid out for. */
export interface MemoryShape {
  /** Qubits of the planes that lie in it. */
  readonly qubits: number;
  readonly tileQubits: number;
  readonly threads: number;
  readonly precision: Precision;
}

/** Where everything lies in the memory of one state, in bytes. */
export interface MemoryMap {
  readonly re: number;
  readonly im: number;
  /** Bytes of a number of a plane. */
  readonly numberBytes: number;
  /** The bits of the number of an amplitude that its place in the planes follows from. */
  readonly placeBits: number;
  /** Whether the kernels take two tiles at a time. */
  readonly isPaired: boolean;
  /** One tile, while it is worked on. */
  readonly scratch: number;
  /** Factors of the outer qubits and the small tables that are made from them; columns of wide matrices. */
  readonly factors: number;
  /** Half a table, while tables are made. */
  readonly temporary: number;
  /** The description of a table, while it is made. */
  readonly spec: number;
  /** The records of a pass. */
  readonly program: number;
  readonly tables: number;
  /** Bytes of a table for each amplitude of a tile. */
  readonly entryBytes: number;
  /** What each further thread has for itself: the head of the pass, a tile and factors. */
  readonly helpers: readonly {
    readonly program: number;
    readonly scratch: number;
    readonly factors: number;
  }[];
  readonly pages: number;
}

/** Lays out the memory of a state. */
export function memoryMap({ qubits, tileQubits, threads, precision }: MemoryShape): MemoryMap {
  const numberBytes = precision / 8;
  const plane = numberBytes * 2 ** qubits;
  const amplitudes = 2 ** Math.min(qubits, tileQubits);
  const tile = 16 * amplitudes;
  const re = 0;
  const im = plane + padding;
  const scratch = align(im + plane);
  const factors = scratch + tile + 256;
  const temporary = factors + 2 ** 15;
  const spec = temporary + tile / 2;
  const program = spec + 2 ** 13;
  const tables = program + programBytes;
  const entryBytes = 2 * numberBytes;
  // A table is made of doubles and then rounded in place: the last one needs room for that too.
  const end = align(tables + mostTables * entryBytes * amplitudes + (tile - entryBytes * amplitudes));
  const helperBytes = align(256 + tile + 256 + 2 ** 15);
  const helpers = Array.from({ length: threads - 1 }, (_, k) => {
    const start = end + k * helperBytes;
    return { program: start, scratch: start + 256, factors: start + 256 + tile + 256 };
  });
  return {
    re,
    im,
    numberBytes,
    placeBits: 2 ** qubits - 1,
    isPaired: precision === 32,
    scratch,
    factors,
    temporary,
    spec,
    program,
    tables,
    entryBytes,
    helpers,
    pages: Math.ceil((end + helpers.length * helperBytes) / pageBytes),
  };
}

/** Whether planes of so many qubits, and all that a pass needs beside them, lie in one memory of WebAssembly. */
export function fitsMemory(shape: MemoryShape): boolean {
  return memoryMap(shape).pages <= mostPages;
}

function align(address: number): number {
  return Math.ceil(address / 256) * 256;
}
