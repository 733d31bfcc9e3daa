import { DenseMatrix } from "./dense-matrix.ts";

/** A matrix that is too long for memory: its rows in blocks, one after the other, as often as they are asked for. */
export interface RowStream {
  /** The name that its rows are billed under. */
  readonly name: string;
  /** Begins a pass. All blocks have the same number of columns; each is valid until the next one is asked for. */
  blocks(): AsyncIterable<DenseMatrix> | Iterable<DenseMatrix>;
}

/**
 * Hands out the rows of a matrix in memory in blocks.
 *
 * Errors: RangeError for a block length that is not a whole number ≥ 1.
 *
 * @example matrixStream(matrix, { blockRows: 1000 }).blocks()
 */
export function matrixStream(
  matrix: DenseMatrix,
  { name = "A", blockRows = 8192 }: { readonly name?: string; readonly blockRows?: number } = {},
): RowStream {
  if (!Number.isSafeInteger(blockRows) || blockRows < 1) {
    throw new RangeError(
      `matrixStream: expected blockRows to be a whole number ≥ 1, got ${blockRows}; leave it out for 8192.`,
    );
  }
  const { rows, columns, data } = matrix;
  return {
    name,
    *blocks() {
      for (let start = 0; start < rows; start += blockRows) {
        const height = Math.min(blockRows, rows - start);
        yield new DenseMatrix(height, columns, data.subarray(start * columns, (start + height) * columns));
      }
    },
  };
}
