import { leastSquares } from "../../matrix/algebra/least-squares.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WorkCount } from "../work-count.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import type { LeveragePoint } from "./leverage-point.ts";

/**
 * Solves for the step of Levenberg and Marquardt, (JᵀJ + Aᵀdiag(w²)A + μI) δ = −∇L, as a least-squares problem with the rows of
 * J, diag(w)A and √μ I: JᵀJ is never formed. μ = 0 gives the step of Gauss and Newton.
 */
export function dampedStep(
  { weights, matrix }: InversionProblem,
  { x }: LeveragePoint,
  jacobian: DenseMatrix,
  residual: Float64Array,
  mu: number,
  work: WorkCount,
): Float64Array {
  const n = jacobian.rows;
  const d = jacobian.columns;
  const height = n + (weights === null ? 0 : n) + (mu > 0 ? d : 0);
  return work.holding(height * (d + 1), () => {
    const rows = new DenseMatrix(height, d, new Float64Array(height * d));
    const right = new Float64Array(height);
    rows.data.set(jacobian.data);
    for (let i = 0; i < n; i++) right[i] = -residual[i];
    for (let i = 0; weights !== null && i < n; i++) {
      const row = rows.row(n + i);
      for (let k = 0; k < d; k++) {
        row[k] = weights[i] * matrix.at(i, k);
        right[n + i] -= row[k] * x[k];
      }
    }
    if (mu > 0) for (let k = 0; k < d; k++) rows.data[(height - d + k) * d + k] = Math.sqrt(mu);
    work.spend(2 * height * (d + 1) ** 2 + (weights === null ? 0 : 3 * n * d));
    return leastSquares(rows, right).coefficients;
  });
}
