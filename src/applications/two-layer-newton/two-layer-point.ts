import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { dot } from "../dot.ts";
import { softmax } from "../softmax-weights.ts";
import type { WorkCount } from "../work-count.ts";
import type { TwoLayerProblem } from "./two-layer-problem.ts";

/** Everything about one x that the loss and its derivatives are made of. */
export interface TwoLayerPoint {
  readonly x: Float64Array;
  /** f = softmax(Cx), length n. */
  readonly softmax: Float64Array;
  /** u = Af, length m; the outer layer is ReLU(u). */
  readonly outputs: Float64Array;
  /** v = Aᵀ(1[u > 0] ∘ (ReLU(u) − b)), length n. */
  readonly pulled: Float64Array;
  /** <f, v>. */
  readonly mean: number;
  /** ½‖ReLU(u) − b‖² + ½‖diag(w) C x‖². */
  readonly loss: number;
  /** ∇L = Cᵀ(f∘v − f<f,v>) + Cᵀdiag(w²)Cx, length d. */
  readonly gradient: Float64Array;
}

/**
 * Computes the loss of the two-layer regression with its gradient.
 *
 * The largest entry of Cx is subtracted before the exponentials, so that they cannot overflow. At u_k = 0 the slope of ReLU is 0.
 *
 * Work: about 4nd + 4mn flops, and n exponentials.
 *
 * Source: loss of arXiv:2311.15390 in our reading; gradient derived.
 */
export function twoLayerPoint(
  { inner, outer, target, squaredWeights }: TwoLayerProblem,
  x: Float64Array,
  work?: WorkCount,
): TwoLayerPoint {
  const logits = times(inner, x);
  const probabilities = softmax(logits);
  const outputs = times(outer, probabilities);
  const pulled = new Float64Array(inner.rows);
  let loss = 0;
  for (let k = 0; k < outputs.length; k++) {
    const error = Math.max(0, outputs[k]) - target[k];
    loss += (error * error) / 2;
    if (!(outputs[k] > 0)) continue;
    const row = outer.row(k);
    for (let i = 0; i < row.length; i++) pulled[i] += error * row[i];
  }
  const mean = dot(probabilities, pulled);
  const gradient = new Float64Array(inner.columns);
  for (let i = 0; i < inner.rows; i++) {
    const regular = squaredWeights[i] * logits[i];
    loss += (regular * logits[i]) / 2;
    const factor = probabilities[i] * (pulled[i] - mean) + regular;
    const row = inner.row(i);
    for (let k = 0; k < row.length; k++) gradient[k] += factor * row[k];
  }
  const { rows: n, columns: d } = inner;
  work?.spend(4 * n * d + 4 * outer.rows * n + 3 * n + 10 * n + 5 * outer.rows);
  return { x, softmax: probabilities, outputs, pulled, mean, loss, gradient };
}

function times(matrix: DenseMatrix, x: Float64Array): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, i) => dot(matrix.row(i), x));
}
