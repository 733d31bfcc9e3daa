import { DenseMatrix } from "../dense-matrix.ts";
import { requireShape, requireSize } from "./require-size.ts";

/**
 * Builds the first columns of the Sylvester-Hadamard matrix, scaled to length 1: entry (i, k) is ±1/√n, with a
 * minus for an odd number of common ones in the binary forms of i and k.
 *
 * The columns are orthonormal and all leverage scores are d/n.
 *
 * Errors: RangeError unless rows is a power of two, 1 ≤ columns ≤ rows, and for more than 2^27 entries.
 *
 * @example hadamardColumns({ rows: 2, columns: 2 }).data // ± 0.7071…, minus at the end
 */
export function hadamardColumns({
  rows,
  columns,
}: {
  readonly rows: number;
  readonly columns: number;
}): DenseMatrix {
  requireShape("hadamardColumns", rows, columns);
  if (!Number.isInteger(Math.log2(rows))) {
    throw new RangeError(
      `hadamardColumns: expected rows to be a power of two, got ${rows}; use ${2 ** Math.ceil(Math.log2(rows))}.`,
    );
  }
  requireSize("hadamardColumns", "columns", columns, 1, rows);
  const size = 1 / Math.sqrt(rows);
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) data[i * columns + k] = hasOddOnes(i & k) ? -size : size;
  }
  return new DenseMatrix(rows, columns, data);
}

function hasOddOnes(bits: number): boolean {
  let folded = bits ^ (bits >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  folded ^= folded >>> 2;
  folded ^= folded >>> 1;
  return (folded & 1) === 1;
}
