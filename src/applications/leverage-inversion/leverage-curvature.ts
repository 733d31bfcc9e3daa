import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { columnOf } from "../column-of.ts";
import type { WorkCount } from "../work-count.ts";
import type { LeveragePoint } from "./leverage-point.ts";
import { squaredProjection, weightedGram } from "./squared-projection.ts";

/**
 * Computes the second derivatives Σ_i r_i ∇²σ_i(x), d × d, for weights r: with r = σ(x) − σ the part of the Hessian of
 * ½‖σ(x) − σ‖² that the Gauss-Newton matrix JᵀJ leaves out.
 *
 * With a_k the columns of A(x) and N_k = Qᵀ diag(a_k) Q: entry (k, l) is
 * −2 [−3 Σ rσ a_k a_l + 2 Σ r a_k (P∘P)a_l + 2 Σ r a_l (P∘P)a_k + 3 Σ ((P∘P)r) a_k a_l − 4 tr(Qᵀ diag(r) Q N_k N_l)].
 *
 * Work: about 3nd³ flops.
 *
 * Source: derived; checked against differences of the gradient.
 */
export function leverageCurvature(
  { scaled, basis, scores }: LeveragePoint,
  r: Float64Array,
  work?: WorkCount,
): DenseMatrix {
  const { rows, columns } = scaled;
  const columnsOf = Array.from({ length: columns }, (_, k) => columnOf(scaled, k));
  const grams = columnsOf.map((column) => weightedGram(basis, column, work));
  const spreads = columnsOf.map((column, k) => squaredProjection(basis, column, work, grams[k]));
  const weight = weightedGram(basis, r, work);
  const spreadOfR = squaredProjection(basis, r, work, weight);
  const result = new DenseMatrix(columns, columns, new Float64Array(columns * columns));
  for (let k = 0; k < columns; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) {
        const a = columnsOf[k][i];
        const c = columnsOf[l][i];
        sum += 3 * (spreadOfR[i] - r[i] * scores[i]) * a * c;
        sum += 2 * r[i] * (a * spreads[l][i] + c * spreads[k][i]);
      }
      const entry = -2 * (sum - 4 * traceOfProduct(weight, grams[k], grams[l], columns));
      result.data[k * columns + l] = result.data[l * columns + k] = entry;
    }
  }
  work?.spend(((columns * (columns + 1)) / 2) * (11 * rows + 4 * columns ** 3));
  return result;
}

/** The symmetric part of tr(W N M), all d × d. */
function traceOfProduct(w: Float64Array, n: Float64Array, m: Float64Array, d: number): number {
  let trace = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      let product = 0;
      for (let k = 0; k < d; k++) product += n[i * d + k] * m[k * d + j];
      // tr(WNM) = tr(WMN) as W, N and M are symmetric.
      trace += w[j * d + i] * product;
    }
  }
  return trace;
}
