import type { Precision } from "../amplitudes.ts";

/** What can be set about the fast engine. */
export interface CompiledEngineOptions {
  /** How many qubits a tile has, 9 to 15 (default: what fits the cache of a core). */
  readonly tileQubits?: number;
  /** States of fewer qubits are left to the plain engine, which compiles nothing (default 12, at least 6; in 32 bits 10). */
  readonly fewestQubits?: number;
  /** How many threads share the tiles of a large state, where the host has threads (default 1). */
  readonly threads?: number;
  /** Bits of a real number (default 64): with 32, a state takes half the memory and about half the time. */
  readonly precision?: Precision;
  /**
   * States of more qubits are worked on in windows of so many qubits, more than a tile has and at most 26 (default: only
   * states that the memory of the kernels, 4 GiB, has no room for).
   */
  readonly windowQubits?: number;
}

/** Room for a row and the widest matrix, and for the factors of a tile. */
const smallestTile = 9;
const largestTile = 15;

/** Tiles of the default size. */
const usualTile = 14;

const largestWindow = 26;

/** Workers are counted in a byte. */
const mostThreads = 128;

/** Errors: RangeError for threads, tiles, windows or a precision out of range. */
export function checkEngineOptions(subject: string, options: CompiledEngineOptions): void {
  const { threads = 1, tileQubits = smallestTile, precision = 64 } = options;
  if (!isWithin(threads, 1, mostThreads)) {
    throw new RangeError(
      `${subject}: expected 1 to ${mostThreads} threads, got ${threads}; count the cores of the machine.`,
    );
  }
  if (!isWithin(tileQubits, smallestTile, largestTile)) {
    throw new RangeError(
      `${subject}: expected tiles of ${smallestTile} to ${largestTile} qubits, got ${tileQubits}; leave it out for what fits the cache.`,
    );
  }
  if (precision !== 64 && precision !== 32) {
    throw new RangeError(
      `${subject}: expected a precision of 64 or 32 bits, got ${precision}; 64 is the default.`,
    );
  }
  const smallestWindow = 1 + (options.tileQubits ?? usualTile);
  const { windowQubits = largestWindow } = options;
  if (!isWithin(windowQubits, smallestWindow, largestWindow)) {
    throw new RangeError(
      `${subject}: expected windows of ${smallestWindow} to ${largestWindow} qubits, got ${windowQubits}; leave it out for what is needed.`,
    );
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
