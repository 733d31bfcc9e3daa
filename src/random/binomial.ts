import { binomialLogPmf } from "./binomial-log-pmf.ts";
import { invertPmf } from "./invert-pmf.ts";
import { productError } from "./product-error.ts";
import type { RandomStream } from "./random-stream.ts";

/**
 * Draws how many of `trials` independent trials succeed: Binomial(trials, probability), trials up to 2^53.
 *
 * Exact up to rounding at every size, in O(1) expected time: inversion for a mean below 10, above it transformed
 * rejection whose acceptance test compares log-pmfs without cancellation. No number is approximated by a normal.
 *
 * Errors: RangeError for trials that are not a whole number from 0 to 2^53 and a probability outside [0, 1].
 *
 * @example binomial(2 ** 40, 0.5, seededRandom(7)) // 2^39 give or take some 2^19
 *
 * Source: Hörmann, "The generation of binomial random variates", J. Stat. Comput. Simul. 46, 1993 (algorithm BTRS).
 */
export function binomial(trials: number, probability: number, stream: RandomStream): number {
  if (!Number.isInteger(trials) || trials < 0 || trials > 2 ** 53) {
    throw new RangeError(
      `binomial: expected trials that are a whole number from 0 to 2^53, got ${String(trials)}; count the trials.`,
    );
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `binomial: expected a probability in [0, 1], got ${String(probability)}; check how it was computed.`,
    );
  }
  if (trials === 0 || probability === 0) return 0;
  if (probability === 1) return trials;
  if (probability > 0.5) return trials - unlikely(trials, 1 - probability, stream);
  return unlikely(trials, probability, stream);
}

/** Probability at most one half. */
function unlikely(trials: number, p: number, stream: RandomStream): number {
  const mean = trials * p;
  if (mean < 10) {
    const odds = p / (1 - p);
    const atZero = Math.exp(trials * Math.log1p(-p));
    return invertPmf(atZero, (k) => ((trials - k + 1) / k) * odds, Math.min(trials, 110), stream);
  }
  const deviation = Math.sqrt(mean * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const squeeze = 0.92 - 4.2 / b;
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  const logMode = binomialLogPmf(mode, trials, p);
  // Measured from the mode: added to a mean near 2^52, the half would be rounded away.
  const centre = mean - mode + productError(trials, p) + 0.5;
  for (;;) {
    const u = stream.uniform() - 0.5;
    const v = stream.uniform();
    const edge = 0.5 - Math.abs(u);
    const k = mode + Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= squeeze) return k;
    if (!(k >= 0 && k <= trials)) continue;
    const height = (v * alpha) / (a / (edge * edge) + b);
    if (Math.log(height) <= binomialLogPmf(k, trials, p) - logMode) return k;
  }
}
