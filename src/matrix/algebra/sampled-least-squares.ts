import type { WeightedRows } from "../weighted-rows.ts";
import { type LeastSquares, leastSquares } from "./least-squares.ts";

/**
 * Solves min_x ‖D(Ax − b)‖ for rows that were kept from a tall problem, reading b only there.
 *
 * An entry of c identical rows has c values of b of its own; as Σ_j (aᵀx − b_j)² = c(aᵀx − b̄)² + Σ_j (b_j − b̄)², their mean takes
 * their place, so that the memory is that of the list whatever the counts.
 *
 * Errors: those of `leastSquares`, and of `read`.
 */
export function sampledLeastSquares(
  rows: WeightedRows,
  read: (index: number) => number,
): LeastSquares & { readonly entriesRead: number } {
  let entriesRead = 0;
  let spread = 0;
  const means = Float64Array.from(rows.indices, (index, e) => {
    let mean = 0;
    let squares = 0;
    for (let place = 0; place < rows.counts[e]; place++) {
      // Welford's recurrence: no digits are lost where the values are close to each other.
      const value = read(index + place);
      const apart = value - mean;
      mean += apart / (place + 1);
      squares += apart * (value - mean);
    }
    entriesRead += rows.counts[e];
    spread += rows.weights[e] ** 2 * squares;
    return mean;
  });
  const solved = leastSquares(rows, means);
  return {
    ...solved,
    residualNorm: spread === 0 ? solved.residualNorm : Math.hypot(solved.residualNorm, Math.sqrt(spread)),
    entriesRead,
  };
}
