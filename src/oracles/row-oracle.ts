import { requireFinite } from "../matrix/algebra/require-finite.ts";
import { asWeightedRows } from "../matrix/as-weighted-rows.ts";
import type { RealMatrix } from "../matrix/real-matrix.ts";
import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { denseSubsets, type FrozenRandomness } from "./dense-subsets.ts";
import { Ledger } from "./ledger.ts";
import type { NestedSubsets } from "./nested-subsets.ts";
import type { PreparationOracle } from "./preparation-oracle.ts";
import { rowClassSubsets } from "./row-class-subsets.ts";
import { rowPreparation } from "./row-preparation.ts";

/** The only door to a matrix: whoever wants a row asks here and is billed. */
export interface RowOracle {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly ledger: Ledger;
  /** Row i. Bills 1 classical row query. Errors: RangeError for an index out of range. */
  read(i: number): Float64Array;
  /** All rows. Bills n classical row queries. */
  readAll(): WeightedRows;
  /** Random halves of halves of the rows, frozen by the stream; remembers what it has read (see NestedSubsets). */
  subsets(random: RandomStream): NestedSubsets;
  /** Prepares Σ_i √(1/n)|i⟩(√w_i|1⟩ + √(1−w_i)|0⟩), 2 row queries a use (see rowPreparation). */
  prepare(weight: (row: Float64Array) => number): PreparationOracle;
  /** The same door with another bill, and another name on it if given. Runs use it, so that each has its own bill. */
  billedTo(ledger: Ledger, name?: string): RowOracle;
  /** The matrix itself, free of charge: for certificates and tests only, never for an algorithm. */
  reveal(): RealMatrix;
}

/** How a matrix is put behind an oracle. */
export interface RowOracleOptions {
  /** The name on the bill (default `A`). */
  readonly name?: string;
  /** The bill (default a new one). */
  readonly ledger?: Ledger;
  /** Other frozen random functions than the keyed ones, for dense matrices. */
  readonly frozen?: Partial<FrozenRandomness>;
}

/**
 * Puts a matrix behind an oracle that answers row queries, O|i⟩|z⟩ = |i⟩|z ⊕ a_i⟩, and bills them.
 *
 * Errors: RangeError for an entry that is not finite, a matrix without rows or columns, or an empty name.
 *
 * @example
 * const oracle = rowOracle(matrix, { name: "A1" });
 * oracle.read(3);
 * oracle.ledger.total(); // 1
 */
export function rowOracle(matrix: RealMatrix, options: RowOracleOptions = {}): RowOracle {
  const { name = "A", ledger = new Ledger(), frozen } = options;
  if (name === "") {
    throw new RangeError("rowOracle: expected a name, got an empty text; the bill needs one, such as A1.");
  }
  if (matrix.rows < 1 || matrix.columns < 1) {
    throw new RangeError(
      `rowOracle: expected at least one row and one column in ${name}, got ${matrix.rows} × ${matrix.columns}; pass a matrix with entries.`,
    );
  }
  requireFinite(matrix, name);
  const billRead = ledger.meter({ oracle: name, access: "classical", unit: "row", use: "read" });
  return {
    name,
    rows: matrix.rows,
    columns: matrix.columns,
    ledger,
    read(i) {
      if (!Number.isInteger(i) || i < 0 || i >= matrix.rows) {
        throw new RangeError(
          `${name}: expected a row that is a whole number from 0 to ${matrix.rows - 1}, got ${i}; rows are counted from 0.`,
        );
      }
      billRead(1);
      return matrix.row(i).slice();
    },
    readAll() {
      billRead(matrix.rows);
      return asWeightedRows(matrix);
    },
    subsets: (random) =>
      matrix.kind === "dense"
        ? denseSubsets({ matrix, name, ledger, ...(frozen === undefined ? {} : { frozen }) }, random)
        : rowClassSubsets({ matrix, name, ledger }, random),
    prepare: (weight) => rowPreparation({ matrix, name, ledger }, weight),
    billedTo: (other, as = name) =>
      rowOracle(matrix, { name: as, ledger: other, ...(frozen === undefined ? {} : { frozen }) }),
    reveal: () => matrix,
  };
}
