import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import type { RealMatrix } from "../matrix/real-matrix.ts";

/**
 * Checks that a list of row tuples can be one of the product of these factors: as many indices as factors, all of them
 * rows that exist.
 *
 * Errors: RangeError that names the factor.
 */
export function requireSketchOf(
  subject: string,
  factors: readonly RealMatrix[],
  { order, indices }: WeightedTuples,
): void {
  if (factors.length !== order) {
    throw new RangeError(
      `${subject}: expected ${order} factors, got ${factors.length}; pass the matrices that were sketched.`,
    );
  }
  for (let e = 0; e < indices.length; e++) {
    const { rows } = factors[e % order];
    if (!(Number.isInteger(indices[e]) && indices[e] >= 0 && indices[e] < rows)) {
      throw new RangeError(
        `${subject}: expected rows from 0 to ${rows - 1} of factor ${(e % order) + 1}, got ${indices[e]}; pass the matrices that were sketched, in their order.`,
      );
    }
  }
}
