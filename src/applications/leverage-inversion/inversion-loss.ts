import { dot } from "../dot.ts";
import type { WorkCount } from "../work-count.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import type { LeveragePoint } from "./leverage-point.ts";

/** The loss at a point. */
export interface InversionLoss {
  /** σ(x) − σ. */
  readonly residual: Float64Array;
  /** ½‖σ(x) − σ‖² + ½‖diag(w) A x‖². */
  readonly loss: number;
}

/** Computes the loss at a point. */
export function inversionLoss(
  { target, weights, matrix }: InversionProblem,
  { x, scores }: LeveragePoint,
  work?: WorkCount,
): InversionLoss {
  const residual = scores.map((score, i) => score - target[i]);
  let loss = 0;
  for (const part of residual) loss += (part * part) / 2;
  work?.spend(3 * residual.length);
  if (weights !== null) {
    for (let i = 0; i < weights.length; i++) loss += (weights[i] * dot(matrix.row(i), x)) ** 2 / 2;
    work?.spend(weights.length * (2 * x.length + 3));
  }
  return { residual, loss };
}
