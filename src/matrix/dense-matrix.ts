/**
 * A real matrix stored row by row in one Float64Array: entry (i, k) is `data[i·columns + k]`.
 *
 * Construction checks the shape only; `requireFinite` (see `matrix/algebra`) checks the entries where data come in.
 *
 * Errors: RangeError when the length of `data` is not rows · columns.
 *
 * @example new DenseMatrix(2, 2, Float64Array.of(1, 2, 3, 4)).row(1) // Float64Array [3, 4]
 */
export class DenseMatrix {
  readonly kind = "dense";

  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly data: Float64Array,
  ) {
    if (data.length !== rows * columns) {
      throw new RangeError(
        `DenseMatrix: expected ${rows} × ${columns} = ${rows * columns} entries, got ${data.length}; pass the rows one after the other.`,
      );
    }
  }

  /** A view (not a copy) of row i. */
  row(i: number): Float64Array {
    return this.data.subarray(i * this.columns, (i + 1) * this.columns);
  }

  /** Entry (i, k). */
  at(i: number, k: number): number {
    return this.data[i * this.columns + k];
  }
}
