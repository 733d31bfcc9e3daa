import { type PowerFit, powerFit } from "../power-fit.ts";
import { studentQuantile } from "./student-quantile.ts";

/** A fitted exponent with its confidence interval and what it was fitted on. */
export interface PowerFitInterval extends PowerFit {
  /** Ends of the interval of the exponent; null for two points, which leave nothing to judge the fit by. */
  readonly low: number | null;
  readonly high: number | null;
  readonly confidence: number;
  readonly points: number;
}

/**
 * Fits a power law with a confidence interval of its exponent: exponent ± t_{(1+c)/2, N−2} · standard error.
 *
 * The interval takes the residuals as independent. Where logarithms or a second term bend the curve, it tells how well a
 * power law describes this range, not what the exponent is beyond it.
 *
 * Errors: as powerFit; RangeError for a confidence outside (0, 1).
 */
export function powerFitInterval(
  points: readonly (readonly [number, number])[],
  confidence: number,
): PowerFitInterval {
  const fit = powerFit(points);
  const quantile = studentQuantile((1 + confidence) / 2, Math.max(1, points.length - 2));
  const half = points.length > 2 ? quantile * fit.standardError : null;
  return {
    ...fit,
    low: half === null ? null : fit.exponent - half,
    high: half === null ? null : fit.exponent + half,
    confidence,
    points: points.length,
  };
}
