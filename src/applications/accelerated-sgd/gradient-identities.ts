import type { RandomStream } from "../../random/random-stream.ts";
import { dot } from "../dot.ts";
import { acceleratedGradient } from "./accelerated-gradient.ts";

/** What random pairs of a gradient and a vector show. */
export interface IdentityCheck {
  /** Largest relative error of the four identities. */
  readonly identityError: number;
  /** Mean of <g, ∇>/‖∇‖² over random directions, with its standard error: 1 without rejection, 1 + 1/d with. */
  readonly plainMean: number;
  readonly plainError: number;
  readonly rejectMean: number;
  readonly rejectError: number;
}

/**
 * Checks the four identities of the accelerated gradient on random pairs, and the mean progress of a random direction.
 *
 * Per pair: ‖g‖² and <g, ∇> against (1 + 8c²)‖∇‖² and (1 + 2c²)‖∇‖² for c ≥ 0, ‖∇‖² and (1 − 2c²)‖∇‖² for c < 0; errors relative to
 * ‖∇‖². Pairs alternate between random directions and directions near ±∇, so that all angles occur.
 */
export function gradientIdentities(
  { d, pairs }: { readonly d: number; readonly pairs: number },
  random: RandomStream,
): IdentityCheck {
  let identityError = 0;
  const plain: number[] = [];
  const reject: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const stream = random.split("pair", pair);
    const gradient = Float64Array.from({ length: d }, () => stream.normal());
    const v = gradient.map(() => stream.normal());
    const square = dot(gradient, gradient);
    plain.push(dot(acceleratedGradient(gradient, v).vector, gradient) / square);
    reject.push(dot(acceleratedGradient(gradient, v, { reject: true }).vector, gradient) / square);
    const lean = 4 * stream.normal();
    for (const along of [v, v.map((value, k) => value + lean * gradient[k])]) {
      identityError = Math.max(identityError, errorOf(gradient, along));
    }
  }
  const [plainMean, plainError] = meanOf(plain);
  const [rejectMean, rejectError] = meanOf(reject);
  return { identityError, plainMean, plainError, rejectMean, rejectError };
}

function errorOf(gradient: Float64Array, v: Float64Array): number {
  const { vector } = acceleratedGradient(gradient, v);
  // The cosine anew, from normalised vectors: not the one that the function works with.
  const [lengthOfV, length] = [Math.hypot(...v), Math.hypot(...gradient)];
  const c = v.reduce((sum, value, k) => sum + (value / lengthOfV) * (gradient[k] / length), 0);
  const square = length * length;
  const [size, progress] = c < 0 ? [1, 1 - 2 * c * c] : [1 + 8 * c * c, 1 + 2 * c * c];
  return Math.max(
    Math.abs(dot(vector, vector) / square - size),
    Math.abs(dot(vector, gradient) / square - progress),
  );
}

function meanOf(values: readonly number[]): [mean: number, standardError: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return [mean, Math.sqrt(variance / values.length)];
}
