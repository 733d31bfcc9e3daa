import type { RandomStream } from "../../random/random-stream.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import { RowClassMatrix } from "../row-class-matrix.ts";
import { requireShape, requireSize } from "./require-size.ts";

/**
 * Adds rows of zeros to a matrix: at uniformly random places of a dense matrix, as one last class of a row-class
 * matrix. They have score 0, no sketch may select them, and the other scores stay as they are.
 *
 * Errors: RangeError for a count that is not a whole number ≥ 0 and beyond 2^27 entries in a dense matrix.
 *
 * @example withZeroRows(a, { count: 10 }, seededRandom(7))
 */
export function withZeroRows(
  matrix: DenseMatrix,
  options: { readonly count: number },
  random: RandomStream,
): DenseMatrix;
export function withZeroRows(
  matrix: RowClassMatrix,
  options: { readonly count: number },
  random: RandomStream,
): RowClassMatrix;
export function withZeroRows(
  matrix: RealMatrix,
  { count }: { readonly count: number },
  random: RandomStream,
): RealMatrix {
  requireSize("withZeroRows", "count", count, 0);
  const { columns } = matrix;
  if (matrix.kind === "row-class") {
    const zeros = { count, row: new Float64Array(columns) };
    return new RowClassMatrix(count === 0 ? matrix.classes : [...matrix.classes, zeros]);
  }
  const rows = matrix.rows + count;
  requireShape("withZeroRows", rows, columns);
  const result = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
  // Selection sampling: row i is one of the zeros with probability (zeros left)/(rows left).
  let next = 0;
  for (let i = 0; i < rows; i++) {
    const zerosLeft = count - (i - next);
    if (random.integer(rows - i) >= zerosLeft) result.row(i).set(matrix.row(next++));
  }
  return result;
}
