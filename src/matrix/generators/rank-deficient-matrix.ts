import type { RandomStream } from "../../random/random-stream.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import { gaussianMatrix } from "./gaussian-matrix.ts";
import { requireShape, requireSize } from "./require-size.ts";

/**
 * Draws a matrix of the given rank: the product of a Gaussian n × rank and a Gaussian rank × d matrix.
 *
 * The rank holds up to the rounding of the product, as it does in measured data. Rank 0 gives zeros.
 *
 * Errors: RangeError for a rank above rows or columns, sizes that are not whole numbers, or beyond 2^27 entries.
 *
 * @example rankDeficientMatrix({ rows: 100, columns: 5, rank: 3 }, seededRandom(7))
 */
export function rankDeficientMatrix(
  { rows, columns, rank }: { readonly rows: number; readonly columns: number; readonly rank: number },
  random: RandomStream,
): DenseMatrix {
  requireShape("rankDeficientMatrix", rows, columns);
  requireSize("rankDeficientMatrix", "rank", rank, 0, Math.min(rows, columns));
  const result = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
  if (rank === 0) return result;
  const tall = gaussianMatrix({ rows, columns: rank }, random.split("tall"));
  const wide = gaussianMatrix({ rows: rank, columns }, random.split("wide"));
  for (let i = 0; i < rows; i++) {
    for (let t = 0; t < rank; t++) {
      for (let k = 0; k < columns; k++) result.data[i * columns + k] += tall.at(i, t) * wide.at(t, k);
    }
  }
  return result;
}
