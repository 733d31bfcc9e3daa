import { softmaxWeights } from "../softmax-weights.ts";
import type { AttentionGradientProblem } from "./gradient-problem.ts";

/**
 * Row j of f = D⁻¹ exp(A1 X A2ᵀ/d): n kernel evaluations, n(2d + 4) flops.
 *
 * Errors: RangeError for logits that overflow.
 */
export function attentionRowOf({ n, d, A2, queries }: AttentionGradientProblem, j: number): Float64Array {
  const query = queries.row(j);
  const logits = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let a = 0; a < d; a++) sum += query[a] * A2.data[i * d + a];
    logits[i] = sum / d;
  }
  const row = softmaxWeights(logits);
  let total = 0;
  for (let i = 0; i < n; i++) total += row[i];
  for (let i = 0; i < n; i++) row[i] /= total;
  return row;
}

/** Row j of c = fh − E, from row j of f. */
export function residualRow(
  { n, d, h, E }: AttentionGradientProblem,
  j: number,
  f: Float64Array,
): Float64Array {
  const c = E.row(j).map((value) => -value);
  for (let i = 0; i < n; i++) {
    for (let l = 0; l < d; l++) c[l] += f[i] * h.data[i * d + l];
  }
  return c;
}
