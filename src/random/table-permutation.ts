import type { Permutation } from "./permutation.ts";
import type { RandomStream } from "./random-stream.ts";

/**
 * Freezes a uniformly random permutation of {0, …, size − 1}, size ≤ 2^32, as a table of 4·size bytes.
 *
 * The inverse table is built at the first use of `inverse`. Source: Durstenfeld, CACM 7, 1964 (Fisher–Yates).
 */
export function tablePermutation(size: number, stream: RandomStream): Permutation {
  const draws = stream.split("table permutation");
  const table = new Uint32Array(size);
  for (let i = 0; i < size; i++) table[i] = i;
  for (let i = size - 1; i > 0; i--) {
    const j = draws.integer(i + 1);
    const value = table[i];
    table[i] = table[j];
    table[j] = value;
  }
  let inverseTable: Uint32Array | undefined;

  const look = (entries: Uint32Array, index: number): number => {
    const entry = entries[index];
    if (entry === undefined) throw outside(index, size);
    return entry;
  };
  return {
    size,
    at: (i) => look(table, i),
    inverse: (j) => {
      if (inverseTable === undefined) {
        inverseTable = new Uint32Array(size);
        for (let i = 0; i < size; i++) inverseTable[table[i]] = i;
      }
      return look(inverseTable, j);
    },
  };
}

/** The error for an index that is not in {0, …, size − 1}. */
export function outside(index: number, size: number): RangeError {
  return new RangeError(
    `Permutation: expected a whole index from 0 to ${size - 1}, got ${String(index)}; stay below the size.`,
  );
}
