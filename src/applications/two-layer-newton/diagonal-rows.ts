import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WorkCount } from "../work-count.ts";
import type { TwoLayerPoint } from "./two-layer-point.ts";
import type { TwoLayerProblem } from "./two-layer-problem.ts";

/**
 * Forms the rows √D_ii c_i of the diagonal approximation CᵀDC of the Hessian, D the diagonal of B(x) + diag(w²):
 * D_ii = f_i² Σ_k α_k (A_ki − u_k)² + (f_i − 2f_i²) v_i − <f,v> f_i + 2<f,v> f_i² + w_i².
 *
 * B is not diagonal; what is dropped must be small beside w², or Newton steps with CᵀDC do not converge.
 *
 * Work: about 4mn + nd flops.
 *
 * Returns null where some D_ii is not positive: then there is no such Hessian, and w is too small for it.
 *
 * Source: the template of arXiv:2311.15390 in our reading.
 */
export function diagonalRows(
  { inner, outer, squaredWeights }: TwoLayerProblem,
  { softmax, outputs, pulled, mean }: TwoLayerPoint,
  work?: WorkCount,
): DenseMatrix | null {
  const { rows: n, columns: d } = inner;
  const squares = new Float64Array(n);
  for (let k = 0; k < outer.rows; k++) {
    if (!(outputs[k] > 0)) continue;
    const row = outer.row(k);
    for (let i = 0; i < n; i++) squares[i] += (row[i] - outputs[k]) ** 2;
  }
  const result = new DenseMatrix(n, d, new Float64Array(n * d));
  for (let i = 0; i < n; i++) {
    const f = softmax[i];
    const entry =
      f * f * (squares[i] + 2 * mean - 2 * pulled[i]) + f * (pulled[i] - mean) + squaredWeights[i];
    if (!(entry > 0)) return null;
    const root = Math.sqrt(entry);
    const row = inner.row(i);
    for (let k = 0; k < d; k++) result.data[i * d + k] = root * row[k];
  }
  work?.spend(3 * outer.rows * n + n * (d + 10));
  return result;
}
