import type { RandomStream } from "../../random/random-stream.ts";

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
  requirePoints(points, 2 ** 26);
  requireAngle(angle);
  const law = new Float64Array(points);
  for (let y = 0; y < points; y++) {
    law[y] =
      (kernel(points, y - (points * angle) / Math.PI) + kernel(points, y + (points * angle) / Math.PI)) / 2;
  }
  return law;
}

/**
 * Draws an outcome y of the same law without writing it out: O(log M) kernel values on average.
 *
 * The eigenphase is chosen by a fair coin; then y is looked for outwards from the peak at ±Mθ/π, where the law falls off
 * as the inverse square of the distance. Always draws two numbers.
 *
 * Errors: RangeError for a number of points that is not a whole number from 1 to 2^40, or an angle outside [0, π/2].
 */
export function drawPhaseEstimate(points: number, angle: number, random: RandomStream): number {
  requirePoints(points, 2 ** 40);
  requireAngle(angle);
  const sign = random.uniform() < 0.5 ? 1 : -1;
  const target = random.uniform();
  const peak = (sign * points * angle) / Math.PI;
  const nearest = Math.round(peak);
  let sum = 0;
  for (let step = 0; step < points; step++) {
    // 0, 1, −1, 2, −2, …: every residue modulo M once.
    const y = nearest + (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
    sum += kernel(points, y - peak);
    if (target < sum) return ((y % points) + points) % points;
  }
  // The kernel adds up to 1 but for rounding: what is left over belongs to its peak.
  return ((nearest % points) + points) % points;
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

function requirePoints(points: number, most: number): void {
  if (!Number.isInteger(points) || points < 1 || points > most) {
    throw new RangeError(
      `phaseEstimation: expected a whole number of points from 1 to ${most}, got ${points}; a power of two is usual.`,
    );
  }
}

function requireAngle(angle: number): void {
  if (!(angle >= 0 && angle <= Math.PI / 2)) {
    throw new RangeError(
      `phaseEstimation: expected an angle from 0 to π/2, got ${angle}; pass asin(√a) for a probability a.`,
    );
  }
}
