import type { RowSpace } from "../../matrix/algebra/row-space.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";

/** The scores of the rows of a block. */
export function blockScores(space: RowSpace, { rows, data }: DenseMatrix): Float64Array {
  const scores = new Float64Array(rows);
  space.scoreRows(data, scores);
  return scores;
}
