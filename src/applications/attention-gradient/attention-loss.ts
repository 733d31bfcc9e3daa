import { attentionRowOf, residualRow } from "./attention-row-of.ts";
import { type AttentionGradientInput, gradientProblem } from "./gradient-problem.ts";

/**
 * Computes L(X) = ½‖D(X)⁻¹ exp(A1 X A2ᵀ/d) A3 Y − E‖_F², row by row.
 *
 * Cost: n²(4d + 4) flops, n words.
 * Errors: as attentionGrad.
 *
 * @example attentionLoss({ A1: [[1]], A2: [[1]], A3: [[2]], E: [[1]], X: [[1]], Y: [[1]] }) // 0.5
 *
 * Source: Alman and Song, arXiv:2402.04497.
 */
export function attentionLoss(input: AttentionGradientInput): number {
  const problem = gradientProblem("attentionLoss", input);
  let loss = 0;
  for (let j = 0; j < problem.n; j++) {
    for (const value of residualRow(problem, j, attentionRowOf(problem, j))) loss += value * value;
  }
  return loss / 2;
}
