import type { PreparationOracle } from "../oracles/preparation-oracle.ts";
import type { RandomStream } from "../random/random-stream.ts";

/** How a success probability is estimated. */
export interface EstimationOptions {
  readonly random: RandomStream;
  /** M, the number of points of the phase estimation; a power of two is usual. */
  readonly points: number;
  /** Odd number of independent estimates of which the median counts (default 1). */
  readonly repetitions?: number;
}

/** An estimated success probability. */
export interface EstimationResult {
  /** sin²(πy/M), the median over the repetitions. */
  readonly estimate: number;
  /** The outcome y of each repetition. */
  readonly outcomes: readonly number[];
  /** |ã − a| ≤ 2π√(a(1−a))/M + π²/M², evaluated at the estimate. */
  readonly error: number;
  /** Probability that the bound at the true a is exceeded; at most 1 − 8/π² for one repetition. */
  readonly failureProbability: number;
  /** Controlled rounds of Q: repetitions · (M − 1). */
  readonly controlledRounds: number;
}

/** Probability that one estimate keeps the error bound: 8/π². */
export const singleEstimateConfidence = 8 / Math.PI ** 2;

/**
 * Estimates the success probability a of 𝒜|0⟩ by M-point phase estimation of Q.
 *
 * Law of the outcome: Pr(y) = ½ Σ_± sin²(MπΔ)/(M² sin²(πΔ)), Δ = y/M ∓ θ/π; the estimate is sin²(πy/M).
 *
 * Queries: per repetition one use of 𝒜 and M − 1 controlled rounds.
 * Errors: RangeError for points that are not a whole number ≥ 1 or repetitions that are not odd.
 *
 * @example estimateAmplitude(oracle, { points: 256, random: seededRandom(7) }).estimate
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, theorem 12.
 */
export function estimateAmplitude(oracle: PreparationOracle, options: EstimationOptions): EstimationResult {
  const { random, points, repetitions = 1 } = options;
  if (!Number.isInteger(repetitions) || repetitions < 1 || repetitions % 2 === 0) {
    throw new RangeError(
      `estimateAmplitude: expected an odd number of repetitions, got ${repetitions}; use medianRepetitions(failure).`,
    );
  }
  const outcomes = Array.from({ length: repetitions }, () => oracle.estimatePhase(points, random));
  const estimates = outcomes.map((y) => Math.sin((Math.PI * y) / points) ** 2).sort((a, b) => a - b);
  const estimate = estimates[(repetitions - 1) / 2];
  return {
    estimate,
    outcomes,
    error: estimationError(estimate, points),
    failureProbability: medianFailure(repetitions),
    controlledRounds: repetitions * (points - 1),
  };
}

/** How a success probability is estimated to a relative accuracy. */
export interface RelativeEstimationOptions {
  readonly random: RandomStream;
  /** The estimate is within a(1 ± relativeError). */
  readonly relativeError: number;
  /** A lower bound on the success probability a; the accuracy is guaranteed from there up. */
  readonly atLeast: number;
  readonly failureProbability: number;
}

/**
 * Estimates a success probability a to a relative accuracy, by the median of enough estimates with enough points.
 *
 * M = ⌈π(√(1−a₀+r) + √(1−a₀))/(r√a₀)⌉ at a₀ = atLeast solves 2π√(a(1−a))/M + π²/M² = r·a; larger a only gain.
 *
 * Queries: medianRepetitions(failure)·(M − 1) controlled rounds, about 2π/(r√a₀) each.
 * Errors: RangeError for a bound, an accuracy or a failure probability out of range.
 */
export function estimateAmplitudeMedian(
  oracle: PreparationOracle,
  options: RelativeEstimationOptions,
): number {
  const { random, relativeError, atLeast, failureProbability } = options;
  const points = relativeEstimationPoints(relativeError, atLeast);
  const repetitions = medianRepetitions(failureProbability);
  return estimateAmplitude(oracle, { random, points, repetitions }).estimate;
}

/** The number of points M of a relative estimate (see estimateAmplitudeMedian). */
export function relativeEstimationPoints(relativeError: number, atLeast: number): number {
  if (!(relativeError > 0 && relativeError <= 1 && atLeast > 0 && atLeast <= 1)) {
    throw new RangeError(
      `estimateAmplitudeMedian: expected a relative error and a lower bound in (0, 1], got ${relativeError} and ${atLeast}; nothing estimates 0 relatively.`,
    );
  }
  const rest = 1 - atLeast;
  return Math.ceil(
    (Math.PI * (Math.sqrt(rest + relativeError) + Math.sqrt(rest))) / (relativeError * Math.sqrt(atLeast)),
  );
}

/** The error bound 2π√(a(1−a))/M + π²/M² of an estimate with M points. */
export function estimationError(probability: number, points: number): number {
  return (
    (2 * Math.PI * Math.sqrt(Math.max(0, probability * (1 - probability)))) / points + (Math.PI / points) ** 2
  );
}

/** The probability that at least half of an odd number of estimates break their bound: the binomial tail at 1 − 8/π². */
export function medianFailure(repetitions: number): number {
  const bad = 1 - singleEstimateConfidence;
  let term = singleEstimateConfidence ** repetitions;
  let tail = 0;
  for (let k = 0; k <= repetitions; k++) {
    if (2 * k > repetitions) tail += term;
    term *= (((repetitions - k) / (k + 1)) * bad) / singleEstimateConfidence;
  }
  return tail;
}

/**
 * The least odd number of repetitions whose median keeps the bound up to a failure probability.
 *
 * Errors: RangeError for a probability outside (0, 1).
 *
 * @example medianRepetitions(1e-3) // 21
 */
export function medianRepetitions(failureProbability: number): number {
  if (!(failureProbability > 1e-100 && failureProbability < 1)) {
    throw new RangeError(
      `medianRepetitions: expected a failure probability between 1e-100 and 1, got ${failureProbability}; 1e-3 is usual.`,
    );
  }
  let repetitions = 1;
  while (medianFailure(repetitions) > failureProbability) repetitions += 2;
  return repetitions;
}
