import { type RowClass, RowClassMatrix } from "../row-class-matrix.ts";

/**
 * Builds a matrix of blocks of identical rows from counts and rows, leaving out blocks with a count of 0.
 *
 * @example rowClasses([2 ** 40 - 1, 1], [[1, 0], [0, 1]]).rows // 1099511627776
 *
 * Errors: RangeError for unequal numbers of counts and rows, and as RowClassMatrix does.
 */
export function rowClasses(counts: readonly number[], rows: readonly ArrayLike<number>[]): RowClassMatrix {
  if (counts.length !== rows.length) {
    throw new RangeError(
      `rowClasses: expected as many counts as rows, got ${counts.length} counts for ${rows.length} rows; give every row one count.`,
    );
  }
  const classes: RowClass[] = [];
  counts.forEach((count, k) => {
    if (count !== 0) classes.push({ count, row: Float64Array.from(rows[k]) });
  });
  return new RowClassMatrix(classes);
}
