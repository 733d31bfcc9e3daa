import { vectorNorm } from "./residual-norm.ts";

/** A linear map with its transpose. */
export interface LinearMap {
  readonly rows: number;
  readonly columns: number;
  /** M v. */
  apply(v: Float64Array): Float64Array;
  /** Mᵀ u. */
  applyTranspose(u: Float64Array): Float64Array;
}

/** Where the iteration ended. */
export interface LsqrResult {
  readonly solution: Float64Array;
  readonly iterations: number;
  /** Whether ‖Mᵀr‖ ≤ tolerance · ‖M‖ ‖r‖, or ‖r‖ ≤ tolerance · ‖b‖, was reached. */
  readonly converged: boolean;
}

/**
 * Solves min ‖M y − b‖ by LSQR: Golub–Kahan bidiagonalisation, one product with M and one with Mᵀ an iteration. The error falls by
 * (κ − 1)/(κ + 1) an iteration, κ the condition of M.
 *
 * Source: Paige and Saunders, ACM TOMS 8, 1982.
 */
export function lsqr(
  map: LinearMap,
  b: Float64Array,
  { tolerance, maxIterations }: { readonly tolerance: number; readonly maxIterations: number },
): LsqrResult {
  const solution = new Float64Array(map.columns);
  const u = b.slice();
  let beta = normalise(u);
  if (beta === 0) return { solution, iterations: 0, converged: true };
  const v = map.applyTranspose(u);
  let alpha = normalise(v);
  if (alpha === 0) return { solution, iterations: 0, converged: true };
  const w = v.slice();
  let phiBar = beta;
  let rhoBar = alpha;
  const start = beta;
  let frobenius = 0;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    subtract(u, alpha, map.apply(v));
    beta = normalise(u);
    frobenius += alpha * alpha + beta * beta;
    subtract(v, beta, map.applyTranspose(u));
    alpha = normalise(v);
    const rho = Math.hypot(rhoBar, beta);
    const cosine = rhoBar / rho;
    const sine = beta / rho;
    const theta = sine * alpha;
    rhoBar = -cosine * alpha;
    const phi = cosine * phiBar;
    phiBar *= sine;
    for (let k = 0; k < solution.length; k++) {
      solution[k] += (phi / rho) * w[k];
      w[k] = v[k] - (theta / rho) * w[k];
    }
    // ‖r‖ is φ̄, ‖Mᵀr‖ is φ̄ α |c|, by the recurrences of the method.
    const gradient = alpha * Math.abs(cosine);
    if (phiBar <= tolerance * start || gradient <= tolerance * Math.sqrt(frobenius)) {
      return { solution, iterations: iteration, converged: true };
    }
  }
  return { solution, iterations: maxIterations, converged: false };
}

/** x ← y − a x, with both of one length. */
function subtract(x: Float64Array, a: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = y[i] - a * x[i];
}

function normalise(x: Float64Array): number {
  const norm = vectorNorm(x);
  if (norm > 0) for (let i = 0; i < x.length; i++) x[i] /= norm;
  return norm;
}
