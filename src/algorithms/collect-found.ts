import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { FoundRow } from "../oracles/nested-subsets.ts";

/**
 * Makes a weighted list of rows from independently kept rows: each is scaled by 1/√p, so that E BᵀB = AᵀA.
 *
 * Queries: none; the rows were read by the checks that accepted them.
 */
export function collectFound(found: readonly FoundRow[], columns: number): WeightedRows {
  const values = new Float64Array(found.length * columns);
  found.forEach((row, e) => {
    values.set(row.values, e * columns);
  });
  return {
    columns,
    values,
    weights: Float64Array.from(found, ({ probability }) => 1 / Math.sqrt(probability)),
    counts: new Float64Array(found.length).fill(1),
    indices: Float64Array.from(found, ({ index }) => index),
  };
}
