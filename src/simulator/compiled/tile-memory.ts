/** Bytes between the two planes beyond their length, so that equal places of both do not share a cache line. */
const padding = 4096 + 512;

/** Most tables of phases that one pass may have at a time. */
export const mostTables = 24;

/** Bytes for the records of one pass beside its tables. */
export const programBytes = 2 ** 18;

const pageBytes = 2 ** 16;

/** Where everything lies in the memory of one state, in bytes. */
export interface MemoryMap {
  readonly re: number;
  readonly im: number;
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
  /** What each further thread has for itself: the head of the pass, a tile and factors. */
  readonly helpers: readonly {
    readonly program: number;
    readonly scratch: number;
    readonly factors: number;
  }[];
  readonly pages: number;
}

/** Lays out the memory of a state. */
export function memoryMap(qubits: number, tileQubits: number, threads = 1): MemoryMap {
  const plane = 8 * 2 ** qubits;
  const tile = 16 * 2 ** Math.min(qubits, tileQubits);
  const re = 0;
  const im = plane + padding;
  const scratch = align(im + plane);
  const factors = scratch + tile + 256;
  const temporary = factors + 2 ** 15;
  const spec = temporary + tile / 2;
  const program = spec + 2 ** 13;
  const tables = program + programBytes;
  const end = align(tables + mostTables * tile);
  const helperBytes = align(256 + tile + 256 + 2 ** 15);
  const helpers = Array.from({ length: threads - 1 }, (_, k) => {
    const start = end + k * helperBytes;
    return { program: start, scratch: start + 256, factors: start + 256 + tile + 256 };
  });
  return {
    re,
    im,
    scratch,
    factors,
    temporary,
    spec,
    program,
    tables,
    helpers,
    pages: Math.ceil((end + helpers.length * helperBytes) / pageBytes),
  };
}

function align(address: number): number {
  return Math.ceil(address / 256) * 256;
}
