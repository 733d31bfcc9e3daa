import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { columnOf } from "../column-of.ts";
import type { WorkCount } from "../work-count.ts";
import type { LeveragePoint } from "./leverage-point.ts";
import { squaredProjection } from "./squared-projection.ts";

/**
 * Computes the Jacobian of the leverage scores, J = dσ/dx = −2(Σ − P∘P) A(x), n × d.
 *
 * Work: about 3nd³ flops, as d products with P∘P; no n × n matrix.
 *
 * Source: derived for the problem of arXiv:2404.13785; Σ − P∘P is a graph Laplacian.
 */
export function leverageJacobian({ scaled, basis, scores }: LeveragePoint, work?: WorkCount): DenseMatrix {
  const { rows, columns } = scaled;
  const jacobian = new DenseMatrix(rows, columns, new Float64Array(rows * columns));
  for (let k = 0; k < columns; k++) {
    const column = columnOf(scaled, k);
    const spread = squaredProjection(basis, column, work);
    for (let i = 0; i < rows; i++) {
      jacobian.data[i * columns + k] = -2 * (scores[i] * column[i] - spread[i]);
    }
  }
  work?.spend(3 * rows * columns);
  return jacobian;
}
