/**
 * The law of M-point phase estimation of a Grover-type rotation, Pr(y) for y = 0 … M − 1.
 *
 * The start state is an equal mixture of the eigenphases ±θ/π of Q (in turns):
 * Pr(y) = ½ Σ_± sin²(MπΔ)/(M² sin²(πΔ)) with Δ = y/M ∓ θ/π.
 *
 * Errors: RangeError for a number of points that is not a whole number from 1 to 2^26, or an angle outside [0, π/2].
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, theorem 11.
 */
export function phaseEstimationLaw(points: number, angle: number): Float64Array {
  if (!Number.isInteger(points) || points < 1 || points > 2 ** 26) {
    throw new RangeError(
      `phaseEstimationLaw: expected a whole number of points from 1 to 2^26, got ${points}; a power of two is usual.`,
    );
  }
  if (!(angle >= 0 && angle <= Math.PI / 2)) {
    throw new RangeError(
      `phaseEstimationLaw: expected an angle from 0 to π/2, got ${angle}; pass asin(√a) for a probability a.`,
    );
  }
  const law = new Float64Array(points);
  for (let y = 0; y < points; y++) {
    law[y] =
      (kernel(points, y - (points * angle) / Math.PI) + kernel(points, y + (points * angle) / Math.PI)) / 2;
  }
  return law;
}

/** sin²(πδ)/(M² sin²(πδ/M)), which is 1 where δ is a multiple of M. */
function kernel(points: number, delta: number): number {
  // Both sines are taken of the distance to the nearest zero, so that no digits are lost near them.
  const wrapped = delta - points * Math.round(delta / points);
  if (Math.abs(wrapped) < 1e-9) return 1;
  const numerator = Math.sin(Math.PI * (wrapped - Math.round(wrapped)));
  const denominator = points * Math.sin((Math.PI * wrapped) / points);
  return (numerator / denominator) ** 2;
}
