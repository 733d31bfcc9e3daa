import { dot } from "../dot.ts";
import type { WorkCount } from "../work-count.ts";
import type { InversionProblem } from "./inversion-problem.ts";
import type { LeveragePoint } from "./leverage-point.ts";
import { squaredProjection } from "./squared-projection.ts";

/**
 * Computes the gradient of the loss, −2A(x)ᵀ(Σ − P∘P)(σ(x) − σ) + Aᵀ diag(w²) A x, with one product by P∘P.
 *
 * Work: about 3nd² flops.
 */
export function inversionGradient(
  { weights, matrix }: InversionProblem,
  { x, scaled, basis, scores }: LeveragePoint,
  residual: Float64Array,
  work?: WorkCount,
): Float64Array {
  const spread = squaredProjection(basis, residual, work);
  const gradient = new Float64Array(scaled.columns);
  for (let i = 0; i < residual.length; i++) {
    const factor = -2 * (scores[i] * residual[i] - spread[i]);
    const row = scaled.row(i);
    for (let k = 0; k < row.length; k++) gradient[k] += factor * row[k];
  }
  work?.spend(residual.length * (2 * scaled.columns + 3));
  if (weights === null) return gradient;
  for (let i = 0; i < weights.length; i++) {
    const row = matrix.row(i);
    const factor = weights[i] ** 2 * dot(row, x);
    for (let k = 0; k < row.length; k++) gradient[k] += factor * row[k];
  }
  work?.spend(weights.length * (4 * x.length + 2));
  return gradient;
}
