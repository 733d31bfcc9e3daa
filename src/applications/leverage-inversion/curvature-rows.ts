import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WorkCount } from "../work-count.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import type { LeveragePoint } from "./leverage-point.ts";

/**
 * Forms the rows √D_ii a_i of a diagonal approximation AᵀDA of the Hessian, D_ii = 4(σ_i − σ_i²)²/s_i² + w_i².
 *
 * It keeps the diagonal σ_i − σ_i² of the Laplacian Σ − P∘P and drops the rest, so that each row depends on one row of A, one
 * entry of b and one score only: the form that a sketch by rows needs. Steps with it are linear, not quadratic.
 *
 * Source: derived; the diagonal is what the template of arXiv:2311.15390 keeps for another loss.
 */
export function curvatureRows(
  { weights }: Pick<InversionProblem, "weights">,
  { scaled, slack, scores }: Pick<LeveragePoint, "scaled" | "slack" | "scores">,
  work?: WorkCount,
): DenseMatrix {
  const { rows, columns } = scaled;
  const result = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
  for (let i = 0; i < rows; i++) {
    const slope = 2 * (scores[i] - scores[i] ** 2);
    const weight = weights === null ? slope : Math.hypot(slope, weights[i] * slack[i]);
    const row = scaled.row(i);
    for (let k = 0; k < columns; k++) result.data[i * columns + k] = weight * row[k];
  }
  work?.spend(rows * (columns + 6));
  return result;
}
