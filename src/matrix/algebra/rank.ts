import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { rowSpace } from "./row-space.ts";

/**
 * Counts the independent columns of a matrix, up to rounding: the singular values above 64 d 2⁻⁵² of the largest,
 * after its columns are scaled to length 1 (see `rowSpace`).
 *
 * Errors: RangeError for entries, weights or counts that are not finite.
 *
 * @example rankOf(new DenseMatrix(2, 2, Float64Array.of(1, 2, 2, 4))) // 1
 */
export function rankOf(matrix: RealMatrix | WeightedRows): number {
  return rowSpace(matrix).rank;
}
