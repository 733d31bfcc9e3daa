/** A block of identical consecutive rows. */
export interface RowClass {
  /** How many rows carry these values; a whole number ≥ 1, up to 2^53 in total. */
  readonly count: number;
  /** The values of each of these rows. */
  readonly row: Float64Array;
}

/**
 * A tall matrix made of blocks of identical rows, so that 2^40 rows take the memory of a few.
 *
 * Class k holds the consecutive rows `offsets[k] … offsets[k] + classes[k].count − 1`.
 *
 * Errors: RangeError for no class, unequal lengths, a count that is not a whole number ≥ 1, or more than 2^53 rows.
 *
 * @example new RowClassMatrix([{ count: 2 ** 40 - 1, row: Float64Array.of(1, 0) }, { count: 1, row: Float64Array.of(0, 1) }])
 */
export class RowClassMatrix {
  readonly kind = "row-class";
  readonly rows: number;
  readonly columns: number;
  /** First row of each class. */
  readonly offsets: Float64Array;

  constructor(readonly classes: readonly RowClass[]) {
    if (classes.length === 0) {
      throw new RangeError(
        "RowClassMatrix: expected at least one class of rows, got none; add { count, row }.",
      );
    }
    this.columns = classes[0].row.length;
    this.offsets = new Float64Array(classes.length);
    let rows = 0;
    classes.forEach(({ count, row }, k) => {
      if (!Number.isSafeInteger(count) || count < 1) {
        throw new RangeError(
          `RowClassMatrix: expected a whole count ≥ 1 for class ${k}, got ${count}; leave empty classes out.`,
        );
      }
      if (row.length !== this.columns) {
        throw new RangeError(
          `RowClassMatrix: expected ${this.columns} values in class ${k} as in class 0, got ${row.length}; make all rows equally long.`,
        );
      }
      this.offsets[k] = rows;
      rows += count;
    });
    if (!Number.isSafeInteger(rows)) {
      throw new RangeError(
        `RowClassMatrix: expected at most 2^53 − 1 rows in total, got ${rows}; use smaller counts.`,
      );
    }
    this.rows = rows;
  }

  /** The class of row i, found by bisection. */
  classOf(i: number): number {
    let low = 0;
    let high = this.offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsets[middle] <= i) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The values of row i (shared by its whole class; do not write to it). */
  row(i: number): Float64Array {
    return this.classes[this.classOf(i)].row;
  }
}
