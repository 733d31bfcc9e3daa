import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WorkCount } from "../work-count.ts";
import type { TwoLayerPoint } from "./two-layer-point.ts";
import type { TwoLayerProblem } from "./two-layer-problem.ts";

/**
 * Computes the Hessian of the two-layer loss, CᵀB(x)C + Cᵀdiag(w²)C, d × d, where with J_f = diag(f) − ffᵀ and α = 1[u > 0]
 * B = J_f Aᵀdiag(α)A J_f + diag(f∘v) − (f∘v)fᵀ − f(f∘v)ᵀ − <f,v> diag(f) + 2<f,v> ffᵀ.
 *
 * B is n × n and is never formed: J_f C is n × d, A J_f C is m × d, and the rest is diagonal or of rank one.
 *
 * Work: about 2mnd + nd² + md² flops, nd words.
 *
 * Source: derived for the loss of arXiv:2311.15390; checked against differences of the gradient.
 */
export function twoLayerHessian(
  { inner, outer, squaredWeights }: TwoLayerProblem,
  { softmax, outputs, pulled, mean }: TwoLayerPoint,
  work?: WorkCount,
): DenseMatrix {
  const { rows: n, columns: d } = inner;
  const m = outer.rows;
  // Cᵀf and Cᵀ(f∘v).
  const center = new Float64Array(d);
  const pull = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const row = inner.row(i);
    for (let k = 0; k < d; k++) {
      center[k] += softmax[i] * row[k];
      pull[k] += softmax[i] * pulled[i] * row[k];
    }
  }
  const hessian = new DenseMatrix(d, d, new Float64Array(d * d));
  const add = (row: ArrayLike<number>, weight: number): void => {
    for (let k = 0; k < d; k++) {
      for (let l = 0; l <= k; l++) hessian.data[k * d + l] += weight * row[k] * row[l];
    }
  };
  for (let i = 0; i < n; i++) add(inner.row(i), softmax[i] * (pulled[i] - mean) + squaredWeights[i]);
  // The rows of A J_f C where ReLU is open.
  const output = new Float64Array(d);
  for (let k = 0; k < m; k++) {
    if (!(outputs[k] > 0)) continue;
    output.fill(0);
    const weights = outer.row(k);
    for (let i = 0; i < n; i++) {
      const factor = weights[i] * softmax[i];
      const row = inner.row(i);
      for (let l = 0; l < d; l++) output[l] += factor * (row[l] - center[l]);
    }
    add(output, 1);
  }
  for (let k = 0; k < d; k++) {
    for (let l = 0; l <= k; l++) {
      const entry =
        hessian.data[k * d + l] -
        pull[k] * center[l] -
        center[k] * pull[l] +
        2 * mean * center[k] * center[l];
      hessian.data[k * d + l] = hessian.data[l * d + k] = entry;
    }
  }
  work?.spend(4 * n * d + n * d * (d + 1) + 3 * m * n * d + m * d * (d + 1) + 7 * d * d);
  return hessian;
}
