import type { RandomStream } from "../../random/random-stream.ts";
import type { DenseMatrix } from "../dense-matrix.ts";
import { mixColumns } from "./mix-columns.ts";
import { orthonormalMatrix } from "./orthonormal-matrix.ts";

/**
 * Draws an ill-conditioned matrix A = Q R whose leverage scores are known: Q has random orthonormal columns, R is
 * invertible with the given condition, and τ_i = ‖q_i‖².
 *
 * Q is `orthonormalMatrix({ rows, columns }, random.split("orthonormal"))`, so that a test can have it too.
 *
 * Errors: RangeError for a condition below 1, more columns than rows, or sizes that are not whole numbers ≥ 1.
 *
 * @example illConditionedMatrix({ rows: 1000, columns: 4, condition: 1e9 }, seededRandom(7))
 */
export function illConditionedMatrix(
  {
    rows,
    columns,
    condition,
  }: { readonly rows: number; readonly columns: number; readonly condition: number },
  random: RandomStream,
): DenseMatrix {
  const orthonormal = orthonormalMatrix({ rows, columns }, random.split("orthonormal"));
  return mixColumns(orthonormal, { condition }, random.split("mix"));
}
