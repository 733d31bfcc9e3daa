import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { requireSize } from "../../matrix/generators/require-size.ts";
import { attentionGrad } from "./attention-grad.ts";
import { attentionLoss } from "./attention-loss.ts";

/** The matrices of F(λ) = ‖softmax_rows(λ A1 A2ᵀ) V‖_F². */
export interface AttentionReductionInput {
  /** n × d. */
  readonly A1: MatrixInput;
  readonly A2: MatrixInput;
  readonly V: MatrixInput;
}

/**
 * Computes F(λ) = ‖softmax_rows(λ A1 A2ᵀ) V‖_F² and its derivative by the attention gradient.
 *
 * F(λ) = 2L and F′(λ) = 2d·tr(dL/dX) at X = dλI, E = 0, A3Y = V: the factor d undoes the 1/d inside L.
 *
 * Errors: as attentionGrad; RangeError for a λ that is not finite.
 *
 * Source: Alman and Song, arXiv:2402.04497 (lower bound); the factor is derived.
 */
export function attentionReduction(
  { A1, A2, V }: AttentionReductionInput,
  lambda: number,
): { readonly value: number; readonly derivative: number } {
  if (!Number.isFinite(lambda)) {
    throw new RangeError(`attentionReduction: expected a finite λ, got ${lambda}; it runs from 0 to 1.`);
  }
  const { rows: n, columns: d } = asMatrix(A1, "A1");
  const scaled = (by: number) => {
    const matrix = new DenseMatrix(d, d, new Float64Array(d * d));
    for (let a = 0; a < d; a++) matrix.row(a)[a] = by;
    return matrix;
  };
  const E = new DenseMatrix(n, d, new Float64Array(n * d));
  const input = { A1, A2, A3: V, E, X: scaled(d * lambda), Y: scaled(1) };
  const { gradient } = attentionGrad({ ...input, method: "exact" });
  let trace = 0;
  for (let a = 0; a < d; a++) trace += gradient.at(a, a);
  return { value: 2 * attentionLoss(input), derivative: 2 * d * trace };
}

/**
 * Recovers F(1) − F(0) from gradients alone: t_m = (1/m) Σ_{i<m} F′(i/m), |t_m − (F(1) − F(0))| ≤ max|F″|/m.
 *
 * Errors: as attentionReduction; RangeError for an m that is not a whole number ≥ 1.
 */
export function reductionSum(input: AttentionReductionInput, m: number): number {
  requireSize("reductionSum", "m", m);
  let sum = 0;
  for (let i = 0; i < m; i++) sum += attentionReduction(input, i / m).derivative;
  return sum / m;
}
