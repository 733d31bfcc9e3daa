import { rowSpace } from "../matrix/algebra/row-space.ts";
import type { RealMatrix } from "../matrix/real-matrix.ts";
import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { WorkCount } from "./work-count.ts";

/**
 * Computes the Newton step −(BᵀB)⁺ g for a Hessian that is given by the rows of B, all of them or a sketch.
 *
 * BᵀB is never formed: the step is −Cᵀ(C g) with C the whitener of B. Work: about 2kd² flops for k rows.
 *
 * Errors: RangeError for entries that are not finite.
 */
export function newtonDirection(
  rows: RealMatrix | WeightedRows,
  gradient: Float64Array,
  work?: WorkCount,
): Float64Array {
  const { whitener, rank } = rowSpace(rows);
  const d = gradient.length;
  const inner = new Float64Array(rank);
  for (let t = 0; t < rank; t++) {
    for (let k = 0; k < d; k++) inner[t] += whitener.at(t, k) * gradient[k];
  }
  const direction = new Float64Array(d);
  for (let t = 0; t < rank; t++) {
    for (let k = 0; k < d; k++) direction[k] -= whitener.at(t, k) * inner[t];
  }
  const count = "weights" in rows ? rows.weights.length : rows.rows;
  work?.spend(2 * count * d * d + 4 * rank * d);
  return direction;
}
