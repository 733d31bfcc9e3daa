import { DenseMatrix } from "../dense-matrix.ts";
import { requireShape, requireSize } from "./require-size.ts";

/**
 * Builds orthonormal columns √(2/n) cos(2πfi/n) and √(2/n) sin(2πfi/n) for f = 1, 2, …; with an odd number of
 * columns the first one is constant, 1/√n.
 *
 * All leverage scores are exactly d/n: the most incoherent input there is.
 *
 * Errors: RangeError unless 1 ≤ columns ≤ rows (rows − 1 when rows is even: the frequency n/2 has no sine), and beyond 2^27 entries.
 *
 * @example fourierColumns({ rows: 64, columns: 4 })
 */
export function fourierColumns({
  rows,
  columns,
}: {
  readonly rows: number;
  readonly columns: number;
}): DenseMatrix {
  requireShape("fourierColumns", rows, columns);
  requireSize("fourierColumns", "columns", columns, 1, Math.max(1, rows % 2 === 0 ? rows - 1 : rows));
  const data = new Float64Array(rows * columns);
  const first = columns % 2;
  const size = Math.sqrt(2 / rows);
  for (let i = 0; i < rows; i++) {
    const at = i * columns;
    if (first === 1) data[at] = 1 / Math.sqrt(rows);
    for (let k = first, f = 1; k < columns; k += 2, f++) {
      // Whole turns are taken off as integers, so that the angle keeps its digits.
      const angle = (2 * Math.PI * ((f * i) % rows)) / rows;
      data[at + k] = size * Math.cos(angle);
      data[at + k + 1] = size * Math.sin(angle);
    }
  }
  return new DenseMatrix(rows, columns, data);
}
