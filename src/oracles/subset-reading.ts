import type { Ledger } from "./ledger.ts";

/**
 * Bills the reading of nested prefixes of one permutation: a row that was read before is remembered and costs nothing.
 *
 * Since the subsets are prefixes, the length of the longest one read is all there is to remember.
 */
export class SubsetReading {
  readonly #name: string;
  readonly #ledger: Ledger;
  #read = 0;

  constructor(name: string, ledger: Ledger) {
    this.#name = name;
    this.#ledger = ledger;
  }

  /** Bills the rows of the prefix of this length that were not read before. */
  bill(length: number): void {
    if (length <= this.#read) return;
    this.#ledger.charge({
      oracle: this.#name,
      access: "classical",
      unit: "row",
      use: "read",
      count: length - this.#read,
    });
    this.#read = length;
  }
}

/** |S_l| = ⌈n/2^l⌉. Errors: RangeError for a level that is not a whole number ≥ 0. */
export function subsetSize(rows: number, level: number): number {
  if (!Number.isInteger(level) || level < 0) {
    throw new RangeError(
      `NestedSubsets: expected a level that is a whole number ≥ 0, got ${level}; level 0 holds all rows.`,
    );
  }
  return Math.ceil(rows / 2 ** level);
}
