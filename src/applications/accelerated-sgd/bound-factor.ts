/** How the steps of a run lay, as the bound needs it. */
export interface StepAngles {
  /** All steps T. */
  readonly steps: number;
  /** Steps with cos ≥ 0, and the mean of cos² over them. */
  readonly forward: number;
  readonly forwardSquare: number;
  /** Steps with cos < 0 that were not rejected, and the mean of cos² over them. */
  readonly backward: number;
  readonly backwardSquare: number;
}

/**
 * Computes by how much the bound on min_t E‖∇f(x_t)‖² differs from that of plain SGD: √(T² + 8kTB) / (T + 2k u_a − 2l u_b) with
 * B = u_a, which is √(1 + 8z) / (1 + 2z) for z = u_a k/T and l = 0.
 *
 * It is never below 1, and 1 only at z = 0 and z = 1: the bound never beats that of plain SGD. Infinity where the denominator is not
 * positive and nothing is bounded.
 *
 * Errors: RangeError for counts that do not fit T and for means of cos² outside [0, 1].
 *
 * @example boundFactor({ steps: 100, forward: 50, forwardSquare: 0.02, backward: 50, backwardSquare: 0.02 }) // about 1.039
 *
 * Source: bound of arXiv:2402.01515 in our reading; the comparison is derived.
 */
export function boundFactor({ steps, forward, forwardSquare, backward, backwardSquare }: StepAngles): number {
  if (!(steps > 0 && forward >= 0 && backward >= 0 && forward + backward <= steps)) {
    throw new RangeError(
      `boundFactor: expected at most ${steps} steps that are accelerated, got ${forward} forward and ${backward} backward; count each step once.`,
    );
  }
  for (const square of [forwardSquare, backwardSquare]) {
    if (square >= 0 && square <= 1) continue;
    throw new RangeError(
      `boundFactor: expected means of cos² from 0 to 1, got ${square}; pass squared cosines.`,
    );
  }
  const gain = (forward * forwardSquare) / steps;
  const loss = (backward * backwardSquare) / steps;
  const progress = 1 + 2 * gain - 2 * loss;
  return progress > 0 ? Math.sqrt(1 + 8 * gain) / progress : Number.POSITIVE_INFINITY;
}
