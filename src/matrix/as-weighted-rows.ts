import type { RealMatrix } from "./real-matrix.ts";
import type { WeightedRows } from "./weighted-rows.ts";

/** A whole matrix as a list of rows with weight 1, blocks of identical rows kept as one entry. Dense values are shared, not copied. */
export function asWeightedRows(matrix: RealMatrix): WeightedRows {
  if (matrix.kind === "dense") {
    return {
      columns: matrix.columns,
      values: matrix.data,
      weights: new Float64Array(matrix.rows).fill(1),
      counts: new Float64Array(matrix.rows).fill(1),
      indices: Float64Array.from({ length: matrix.rows }, (_, i) => i),
    };
  }
  return {
    columns: matrix.columns,
    values: Float64Array.from(matrix.classes.flatMap(({ row }) => [...row])),
    weights: new Float64Array(matrix.classes.length).fill(1),
    counts: Float64Array.from(matrix.classes, ({ count }) => count),
    indices: matrix.offsets.slice(),
  };
}
