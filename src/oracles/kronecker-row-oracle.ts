import type { RowOracle } from "./row-oracle.ts";

/** Row queries to a Kronecker product A₁ ⊗ … ⊗ A_q that is never expanded. */
export interface KroneckerRowOracle {
  readonly factors: readonly RowOracle[];
  /** Rows and columns of each factor; the product has Π rows and Π columns. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /**
   * The factor rows behind row (i₁, …, i_q) of the product, whose row is their Kronecker product.
   * Bills one classical row query to each factor. Errors: RangeError for a wrong number of indices or one out of range.
   */
  read(index: ArrayLike<number>): Float64Array[];
}

/**
 * Makes the row oracle of a Kronecker product out of the oracles of its factors.
 *
 * Queries: one row query to each factor per row of the product; the number of row queries to A is their maximum.
 * Errors: RangeError without a factor.
 *
 * @example kroneckerRowOracle([a1, a2]).read([3, 17]) // [row 3 of A1, row 17 of A2]
 */
export function kroneckerRowOracle(factors: readonly RowOracle[]): KroneckerRowOracle {
  if (factors.length === 0) {
    throw new RangeError(
      "kroneckerRowOracle: expected at least one factor, got none; pass their row oracles.",
    );
  }
  return {
    factors,
    rows: factors.map(({ rows }) => rows),
    columns: factors.map(({ columns }) => columns),
    read(index) {
      if (index.length !== factors.length) {
        throw new RangeError(
          `kroneckerRowOracle: expected ${factors.length} indices, got ${index.length}; pass one for each factor.`,
        );
      }
      // All indices are looked at before the first query, so that a bad one bills nothing.
      factors.forEach(({ name, rows }, k) => {
        if (!Number.isInteger(index[k]) || index[k] < 0 || index[k] >= rows) {
          throw new RangeError(
            `kroneckerRowOracle: expected index ${k} to be a whole number from 0 to ${rows - 1}, got ${index[k]}; it is a row of ${name}.`,
          );
        }
      });
      return factors.map((factor, k) => factor.read(index[k]));
    },
  };
}
