import { gramMatrix } from "../../matrix/algebra/gram.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WorkCount } from "../work-count.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import { leverageCurvature } from "./leverage-curvature.ts";
import { leverageJacobian } from "./leverage-jacobian.ts";
import type { LeveragePoint } from "./leverage-point.ts";

/** The Hessian of the loss: JᵀJ, the second derivatives of the scores, and the regulariser. d × d. */
export function inversionHessian(
  { weights, matrix }: InversionProblem,
  point: LeveragePoint,
  residual: Float64Array,
  work?: WorkCount,
): DenseMatrix {
  const hessian = gramMatrix(leverageJacobian(point, work));
  const curvature = leverageCurvature(point, residual, work);
  const regulariser = weights === null ? null : gramMatrix(weighted(matrix, weights));
  const { rows, columns } = point.scaled;
  work?.spend(rows * columns * (columns + 1) * (weights === null ? 1 : 2));
  return new DenseMatrix(
    columns,
    columns,
    hessian.data.map((entry, at) => entry + curvature.data[at] + (regulariser?.data[at] ?? 0)),
  );
}

function weighted(matrix: DenseMatrix, weights: Float64Array): DenseMatrix {
  return new DenseMatrix(
    matrix.rows,
    matrix.columns,
    matrix.data.map((entry, at) => entry * weights[Math.floor(at / matrix.columns)]),
  );
}
