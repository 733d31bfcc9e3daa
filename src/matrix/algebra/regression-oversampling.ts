/** What a regression by sampled rows must reach. */
export interface RegressionAccuracy {
  /** ‖Ax̃ − b‖ ≤ (1 + ε)·min ‖Ax − b‖. */
  readonly epsilon: number;
  /** Probability that it may fail. */
  readonly delta: number;
  /** The constant c of the embedding (3 is rigorous). */
  readonly constant: number;
  /** Dimension d of the space to embed. */
  readonly columns: number;
}

/**
 * The rate C at which rows must be kept for least squares, p_i ≥ min(1, C τ_i) each scaled by 1/√p_i: C = max(4c·ln(4d/δ),
 * 8/(δ(2ε + ε²))).
 *
 * The first makes (DU)ᵀDU ⪰ ½ (matrix Chernoff at ε₀ = ½ with failure δ/2), U an orthonormal basis of the columns. With r the
 * best residual, E‖UᵀD²r‖² ≤ ‖r‖²/C as Uᵀr = 0, so by Markov ‖A(x̃ − x*)‖² ≤ 4‖UᵀD²r‖² ≤ 8‖r‖²/(Cδ) up to probability δ/2.
 * So d ln(d/δ) + d/(δε) rows suffice, not d/ε²: a spectral approximation of A need not be sharp for that. For m draws with
 * replacement by τ_i/d, C = m/d. Derived from standard bounds (Drineas, Mahoney and Muthukrishnan, arXiv:0708.3696).
 *
 * @example regressionOversampling({ epsilon: 0.1, delta: 0.1, constant: 3, columns: 4 }) // 380.95…
 */
export function regressionOversampling({ epsilon, delta, constant, columns }: RegressionAccuracy): number {
  const embedding = 4 * constant * Math.log((4 * columns) / delta);
  return Math.max(embedding, 8 / (delta * (2 * epsilon + epsilon * epsilon)));
}
