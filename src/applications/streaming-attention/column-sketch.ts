import { requireSize } from "../../matrix/generators/require-size.ts";
import { keyedHashInteger } from "../../random/keyed-hash-integer.ts";
import type { RandomStream } from "../../random/random-stream.ts";

/** A vector with few entries that are not 0. */
export interface SparseColumn {
  /** Ascending. */
  readonly positions: readonly number[];
  readonly values: readonly number[];
}

/** A linear sketch Φ of the columns of a matrix, fed row by row. */
export interface ColumnSketch {
  /** Rows of Φ: buckets times repetitions. */
  readonly height: number;
  /** Numbers that it holds. Φ itself is a hash and takes none. */
  readonly words: number;
  /** Adds row i, scaled. */
  add(index: number, row: ArrayLike<number>): void;
  /** The estimate of entry (i, c): the median over the repetitions. */
  estimate(index: number, column: number): number;
  /** The k largest estimates in size of column c, rows 0 … n − 1. Takes n estimates. */
  recover(n: number, k: number, column: number): SparseColumn;
}

/**
 * Lays out a Count-Sketch of the columns of a matrix of any number of rows: each repetition adds ± row i to one of its buckets.
 *
 * With B buckets and R = O(log n) repetitions every estimate is within 3‖tail_B/4‖/√B of its entry, with high probability, so
 * that the k largest give ‖T − y‖ ≤ (1 + ε) min ‖y′ − y‖ over all k-sparse y′ once B is of the order k/ε². Recovery here asks for
 * all n estimates; methods that find the large entries in time near k keep more sketches.
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1, an even number of repetitions, or k > n.
 *
 * @example columnSketch({ columns: 1, buckets: 64, repetitions: 11, random: seededRandom(7) }).height // 704
 *
 * Source: Charikar, Chen, Farach-Colton, ICALP 2002; the (1 + ε) form: Price and Woodruff, FOCS 2011.
 */
export function columnSketch(options: {
  readonly columns: number;
  readonly buckets: number;
  readonly repetitions: number;
  readonly random: RandomStream;
}): ColumnSketch {
  const { columns, buckets, repetitions, random } = options;
  requireSize("columnSketch", "columns", columns);
  requireSize("columnSketch", "buckets", buckets, 1, 2 ** 24);
  requireSize("columnSketch", "repetitions", repetitions, 1, 99);
  if (repetitions % 2 === 0) {
    throw new RangeError(
      `columnSketch: expected an odd number of repetitions, got ${repetitions}; their median is taken.`,
    );
  }
  // One hash gives bucket and sign.
  const hashes = Array.from({ length: repetitions }, (_, r) =>
    keyedHashInteger(random.split("repetition", r), 2 * buckets),
  );
  const table = new Float64Array(repetitions * buckets * columns);
  const place = (r: number, hash: number) => (r * buckets + (hash >> 1)) * columns;
  const estimates = new Float64Array(repetitions);
  const sketch: ColumnSketch = {
    height: repetitions * buckets,
    words: table.length,
    add(index, row) {
      for (let r = 0; r < repetitions; r++) {
        const hash = hashes[r](index);
        const at = place(r, hash);
        const sign = 1 - 2 * (hash & 1);
        for (let c = 0; c < columns; c++) table[at + c] += sign * row[c];
      }
    },
    estimate(index, column) {
      for (let r = 0; r < repetitions; r++) {
        const hash = hashes[r](index);
        estimates[r] = (1 - 2 * (hash & 1)) * table[place(r, hash) + column];
      }
      return estimates.sort()[(repetitions - 1) / 2];
    },
    recover(n, k, column) {
      requireSize("columnSketch", "k", k, 1, n);
      let kept: [position: number, value: number][] = [];
      const largest = () => kept.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0]).slice(0, k);
      for (let i = 0; i < n; i++) {
        kept.push([i, sketch.estimate(i, column)]);
        if (kept.length === 2 * k) kept = largest();
      }
      const chosen = largest().sort((a, b) => a[0] - b[0]);
      return { positions: chosen.map(([i]) => i), values: chosen.map(([, value]) => value) };
    },
  };
  return sketch;
}
