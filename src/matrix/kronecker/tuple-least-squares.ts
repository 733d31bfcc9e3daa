import { type LeastSquares, leastSquares } from "../algebra/least-squares.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { kroneckerRow } from "./kronecker-row.ts";
import type { WeightedTuples } from "./weighted-tuples.ts";

/**
 * Solves min_x ‖D(Ax − b)‖ for the row tuples of A = A₁ ⊗ … ⊗ A_q that D keeps, asking for their entries of b only.
 *
 * @param lists the rows of each factor that the tuples refer to, by their indices
 * @param target entry (i_1, …, i_q) of b
 *
 * Errors: RangeError for a tuple whose rows are not listed, and for an entry of b that is not finite.
 */
export function tupleLeastSquares(
  lists: readonly WeightedRows[],
  tuples: WeightedTuples,
  target: (index: readonly number[]) => number,
): LeastSquares {
  const lookUp = lists.map(rowLookUp);
  const columns = lists.reduce((product, rows) => product * rows.columns, 1);
  const { order, indices, weights } = tuples;
  const matrix = new Float64Array(weights.length * columns);
  const b = new Float64Array(weights.length);
  for (let e = 0; e < weights.length; e++) {
    const index = Array.from(indices.subarray(e * order, (e + 1) * order));
    const row = kroneckerRow(index.map((i, k) => lookUp[k](i)));
    for (let k = 0; k < columns; k++) matrix[e * columns + k] = weights[e] * row[k];
    b[e] = weights[e] * target(index);
  }
  return leastSquares(new DenseMatrix(weights.length, columns, matrix), b);
}

/** Finds a kept row of a factor by its index; entries may stand for blocks of identical consecutive rows. */
function rowLookUp({ columns, values, counts, indices }: WeightedRows) {
  const order = Array.from(indices, (_, e) => e).sort((a, b) => indices[a] - indices[b]);
  return (index: number): Float64Array => {
    let low = 0;
    let high = order.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (indices[order[middle]] <= index) low = middle;
      else high = middle - 1;
    }
    const entry = order[low];
    if (entry === undefined || !(indices[entry] <= index && index < indices[entry] + counts[entry])) {
      throw new RangeError(
        `sketchedRegression: expected row ${index} among the kept rows of its factor, got none; use a two-stage sketch.`,
      );
    }
    return values.subarray(entry * columns, (entry + 1) * columns);
  };
}
