import type { RotationSequence } from "../simulator/search/rotation-sequence.ts";

/** The l phases of a fixed-point search: as functions of k = 1 … l, and in blocks for registers. */
export interface FixedPointPhases extends RotationSequence {
  /** L = 2l + 1. */
  readonly length: number;
  readonly alpha: (k: number) => number;
  readonly beta: (k: number) => number;
}

/** The same phases as arrays: entry k − 1 belongs to rotation k. */
export interface FixedPointAngles {
  readonly length: number;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
}

/**
 * The shortest odd length L of a fixed-point search that fails with probability at most δ² from a marked share λ on.
 *
 * L ≥ acosh(1/δ)/atanh(√λ), which is just below the published ln(2/δ)/√λ.
 *
 * Errors: RangeError for a share or a failure probability δ² outside (0, 1].
 *
 * @example fixedPointLength(1 / 2 ** 20, 1e-3) // 4247
 *
 * Source: Yoder, Low, Chuang, arXiv:1409.3305, equation (1): 1 − γ² ≤ λ with 1/γ = cosh(acosh(1/δ)/L).
 */
export function fixedPointLength(leastShare: number, failureProbability: number): number {
  requireShare("fixedPointLength", "a least marked share", leastShare);
  requireShare("fixedPointLength", "a failure probability", failureProbability);
  const needed = Math.acosh(1 / Math.sqrt(failureProbability)) / Math.atanh(Math.sqrt(leastShare));
  return 2 * Math.ceil(Math.max(0, needed - 1) / 2) + 1;
}

/**
 * The phases of a fixed-point search of length L: α_k = 2 arccot(tan(2πk/L)·√(1 − γ²)), β_k = −α_{l−k+1}, k = 1 … l.
 *
 * Errors: RangeError for a length that is not odd and ≥ 1, or a failure probability outside (0, 1].
 *
 * Source: Yoder, Low, Chuang, arXiv:1409.3305, equation (11).
 */
export function fixedPointPhases(length: number, failureProbability: number): FixedPointPhases {
  requireLength(length);
  requireShare("fixedPointPhases", "a failure probability", failureProbability);
  const rotations = (length - 1) / 2;
  // √(1 − γ²) = tanh(acosh(1/δ)/L), without cancellation.
  const slope = Math.tanh(Math.acosh(1 / Math.sqrt(failureProbability)) / length);
  const alpha = (k: number) => 2 * Math.atan2(1, Math.tan((2 * Math.PI * k) / length) * slope);
  return {
    length,
    rotations,
    alpha,
    beta: (k) => -alpha(rotations - k + 1),
    fill: (first, into) => fillUnits(length, slope, first, into),
    success: (share) => fixedPointSuccess(length, failureProbability, share),
  };
}

/**
 * Writes the unit phases of rotations from `first` on. With x = 2πk/L and y = slope·tan x, α = 2 arccot y has
 * cos α = (y² − 1)/(y² + 1) and sin α = 2y/(y² + 1); cos x and sin x follow by turning, and afresh with each block.
 */
function fillUnits(length: number, slope: number, first: number, into: Float64Array): void {
  const rotations = (length - 1) / 2;
  const step = (2 * Math.PI) / length;
  const [cosStep, sinStep] = [Math.cos(step), Math.sin(step)];
  const write = (at: number, cosine: number, sine: number, sign: number) => {
    const [rise, run] = [slope * sine, cosine];
    const square = rise * rise + run * run;
    into[at] = (rise * rise - run * run) / square;
    into[at + 1] = (sign * 2 * rise * run) / square;
  };
  let cosAlpha = Math.cos(step * first);
  let sinAlpha = Math.sin(step * first);
  let cosBeta = Math.cos(step * (rotations - first + 1));
  let sinBeta = Math.sin(step * (rotations - first + 1));
  for (let at = 0, k = first; at + 4 <= into.length && k <= rotations; at += 4, k++) {
    write(at, cosAlpha, sinAlpha, 1);
    write(at + 2, cosBeta, sinBeta, -1);
    const nextAlpha = cosAlpha * cosStep - sinAlpha * sinStep;
    sinAlpha = sinAlpha * cosStep + cosAlpha * sinStep;
    cosAlpha = nextAlpha;
    const nextBeta = cosBeta * cosStep + sinBeta * sinStep;
    sinBeta = sinBeta * cosStep - cosBeta * sinStep;
    cosBeta = nextBeta;
  }
}

/** The phases of fixedPointPhases, written out. */
export function fixedPointAngles(length: number, failureProbability: number): FixedPointAngles {
  const { rotations, alpha, beta } = fixedPointPhases(length, failureProbability);
  const written = (phase: (k: number) => number) =>
    Float64Array.from({ length: rotations }, (_, k) => phase(k + 1));
  return { length, alpha: written(alpha), beta: written(beta) };
}

/**
 * The success probability of a fixed-point search at a marked share λ: 1 − δ² T_L(T_{1/L}(1/δ)·√(1 − λ))².
 *
 * Source: Yoder, Low, Chuang, arXiv:1409.3305, equation (1).
 */
export function fixedPointSuccess(length: number, failureProbability: number, share: number): number {
  requireLength(length);
  requireShare("fixedPointSuccess", "a failure probability", failureProbability);
  // The argument is 1 up to about 1/L², so it is kept as its excess over 1: (1 + up)(1 − down) − 1.
  const up = 2 * Math.sinh(Math.acosh(1 / Math.sqrt(failureProbability)) / (2 * length)) ** 2;
  const down = share / (1 + Math.sqrt(Math.max(0, 1 - share)));
  const excess = up - down - up * down;
  const half = Math.sqrt(Math.abs(excess) / 2);
  const chebyshev =
    excess > 0 ? Math.cosh(2 * length * Math.asinh(half)) : Math.cos(2 * length * Math.asin(half));
  return 1 - failureProbability * chebyshev ** 2;
}

function requireLength(length: number): void {
  if (!Number.isInteger(length) || length < 1 || length % 2 === 0) {
    throw new RangeError(
      `fixedPointAngles: expected an odd length ≥ 1, got ${length}; use fixedPointLength(share, failure).`,
    );
  }
}

function requireShare(subject: string, what: string, share: number): void {
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(
      `${subject}: expected ${what} in (0, 1], got ${share}; for one marked state of N pass 1/N as share.`,
    );
  }
}
