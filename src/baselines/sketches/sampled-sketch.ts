import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import { asRows, asTarget, requireSize, type Sketch } from "./sketch.ts";

/**
 * Makes the sketch that picks the listed rows, each scaled by its weight; an entry of c identical rows gives one row
 * scaled by √c, for which the right-hand side must be the same in all of them.
 *
 * Queries: one row, and one entry of the right-hand side, for each entry of the list.
 *
 * Errors: RangeError for a list without indices.
 *
 * @example sampledSketch(exactSample.rows, matrix.rows).applyTarget(b) // reads only the sampled entries of b
 */
export function sampledSketch(
  list: Pick<WeightedRows, "indices" | "weights" | "counts">,
  size: number,
): Sketch {
  const { indices, weights, counts } = list;
  if (indices.some((index) => index < 0)) {
    throw new RangeError(
      "sampledSketch: expected rows with their indices, got an entry without; draw them from the whole matrix.",
    );
  }
  const name = "sampled rows";
  const scale = weights.map((weight, e) => weight * Math.sqrt(counts[e]));
  return {
    name,
    rows: indices.length,
    size,
    apply(source, ledger) {
      const oracle = asRows(source, ledger);
      requireSize(name, oracle.name, size, oracle.rows);
      const { columns } = oracle;
      const data = new Float64Array(indices.length * columns);
      indices.forEach((index, e) => {
        const row = oracle.read(index);
        for (let k = 0; k < columns; k++) data[e * columns + k] = scale[e] * row[k];
      });
      return new DenseMatrix(indices.length, columns, data);
    },
    applyTarget(source, ledger) {
      const target = asTarget(source, ledger);
      requireSize(name, target.name, size, target.size);
      return Float64Array.from(indices, (index, e) => scale[e] * target.read(index));
    },
  };
}
