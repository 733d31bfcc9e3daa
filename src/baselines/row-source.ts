import { asMatrix, type MatrixInput } from "../matrix/as-matrix.ts";
import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { Ledger } from "../oracles/ledger.ts";
import { type RowOracle, rowOracle } from "../oracles/row-oracle.ts";
import { isTargetOracle, type TargetOracle, targetOracle } from "../oracles/target-oracle.ts";

/** Where rows come from: an oracle, or a plain matrix in any accepted form, which is put behind one. */
export type RowSource = RowOracle | MatrixInput;

/** Where the right-hand side comes from: an oracle, or plain numbers. */
export type TargetSource = TargetOracle | ArrayLike<number>;

/** The oracle of a source with its queries on a given bill. Errors: those of `asMatrix` and `rowOracle`. */
export function billedRows(source: RowSource, ledger: Ledger, name = "A"): RowOracle {
  if (typeof source === "object" && source !== null && "billedTo" in source) {
    return source.billedTo(ledger, source.name);
  }
  return rowOracle(asMatrix(source, name), { name, ledger });
}

/** The oracle of a right-hand side with one entry per row, its queries on a given bill. Errors: RangeError for another length. */
export function billedTarget(
  source: TargetSource,
  ledger: Ledger,
  rows: number,
  subject: string,
): TargetOracle {
  const target = isTargetOracle(source) ? source.billedTo(ledger) : targetOracle(source, { ledger });
  if (target.size === rows) return target;
  throw new RangeError(
    `${subject}: expected ${rows} values in ${target.name}, one for each row, got ${target.size}; pair every row with its value.`,
  );
}

/** The entry of a list of all rows that row `index` belongs to, by bisection over the first rows of the blocks. */
export function entryOfRow({ indices, counts }: WeightedRows, index: number): number {
  let low = 0;
  let high = indices.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (indices[middle] <= index) low = middle;
    else high = middle - 1;
  }
  if (Number.isInteger(index) && indices[low] <= index && index < indices[low] + counts[low]) return low;
  const last = indices.length - 1;
  throw new RangeError(
    `score: expected a row from 0 to ${indices[last] + counts[last] - 1}, got ${index}; rows are counted from 0.`,
  );
}

/** Checks that a number lies between 0 and 1, both excluded. */
export function requireShare(subject: string, name: string, value: number, remedy: string): void {
  if (value > 0 && value < 1) return;
  throw new RangeError(`${subject}: expected 0 < ${name} < 1, got ${value}; ${remedy}.`);
}

/** Checks that a number is whole and at least `least`. */
export function requireCount(subject: string, name: string, value: number, least = 1): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `${subject}: expected ${name} to be a whole number ≥ ${least}, got ${value}; leave it out for the default.`,
  );
}
