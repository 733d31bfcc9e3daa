import type { RowClassMatrix } from "../row-class-matrix.ts";
import { requireSize } from "./require-size.ts";
import { rowClasses } from "./row-classes.ts";

/**
 * Builds the matrix that has the basis row e_k exactly counts[k] times.
 *
 * AᵀA = diag(counts) and the leverage scores are 1/counts[k]: any profile of coherence, at any number of rows.
 * A count of 0 leaves a column of zeros.
 *
 * Errors: RangeError for no column, counts that are not whole numbers ≥ 0, or no row at all.
 *
 * @example replicatedBasisMatrix({ counts: [2 ** 40, 3] }) // scores 2⁻⁴⁰ and 1/3
 */
export function replicatedBasisMatrix({ counts }: { readonly counts: readonly number[] }): RowClassMatrix {
  requireSize("replicatedBasisMatrix", "the number of counts", counts.length);
  counts.forEach((count, k) => {
    requireSize("replicatedBasisMatrix", `counts[${k}]`, count, 0);
  });
  const rows = counts.map((_, k) => {
    const row = new Float64Array(counts.length);
    row[k] = 1;
    return row;
  });
  return rowClasses(counts, rows);
}
