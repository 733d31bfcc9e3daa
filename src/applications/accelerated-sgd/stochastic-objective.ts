import type { RandomStream } from "../../random/random-stream.ts";

/** A function to be minimised from stochastic gradients. */
export interface StochasticObjective {
  readonly dimension: number;
  /** f(x); for the curves only, no method sees it. */
  loss(x: Float64Array): number;
  /** ∇f(x); for the curves only. */
  gradient(x: Float64Array): Float64Array;
  /** One stochastic gradient, with mean ∇f(x). */
  sample(x: Float64Array, random: RandomStream): Float64Array;
}

/** The shape of a noisy quadratic. */
export interface NoisyQuadraticOptions {
  readonly d: number;
  /** Ratio of the largest curvature, 1, to the smallest (default 10). */
  readonly condition?: number;
  /** √E‖noise‖² of a stochastic gradient (default 1). */
  readonly noise?: number;
}

/**
 * Makes f(x) = ½ Σ λ_k x_k² with λ from 1 down to 1/condition, evenly on a logarithmic scale, and gradients with Gaussian noise of the same
 * size in all directions. Smoothness L = 1, minimum 0.
 *
 * Errors: RangeError for d below 1, a condition below 1 or a negative noise.
 */
export function noisyQuadratic({ d, condition = 10, noise = 1 }: NoisyQuadraticOptions): StochasticObjective {
  if (!(Number.isSafeInteger(d) && d >= 1)) {
    throw new RangeError(`noisyQuadratic: expected d to be a whole number ≥ 1, got ${d}; try 50.`);
  }
  if (!(condition >= 1 && Number.isFinite(condition))) {
    throw new RangeError(`noisyQuadratic: expected a condition ≥ 1, got ${condition}; 1 is a round bowl.`);
  }
  if (!(noise >= 0 && Number.isFinite(noise))) {
    throw new RangeError(`noisyQuadratic: expected noise ≥ 0, got ${noise}; 0 gives exact gradients.`);
  }
  const curvature = Float64Array.from({ length: d }, (_, k) => condition ** (d === 1 ? 0 : -k / (d - 1)));
  const gradient = (x: Float64Array) => x.map((value, k) => curvature[k] * value);
  const deviation = noise / Math.sqrt(d);
  return {
    dimension: d,
    loss: (x) => x.reduce((sum, value, k) => sum + (curvature[k] * value * value) / 2, 0),
    gradient,
    sample: (x, random) => gradient(x).map((value) => value + deviation * random.normal()),
  };
}
