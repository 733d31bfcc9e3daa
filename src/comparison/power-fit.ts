import { linearRegression } from "simple-statistics";

/** A power law y ≈ factor · x^exponent fitted on log-log scale. */
export interface PowerFit {
  readonly exponent: number;
  readonly factor: number;
  /** Standard error of the exponent; NaN for two points. */
  readonly standardError: number;
  /** Range of x that the fit used. */
  readonly from: number;
  readonly to: number;
}

/**
 * Fits a power law by least squares of log y on log x.
 *
 * Errors: RangeError for fewer than two points, points at one size only, or values that are not positive and finite.
 *
 * @example powerFit([[1, 2], [4, 4], [16, 8]]).exponent // 0.5
 */
export function powerFit(points: readonly (readonly [number, number])[]): PowerFit {
  if (points.length < 2) {
    throw new RangeError(`powerFit: expected at least 2 points, got ${points.length}; run more sizes.`);
  }
  for (const [x, y] of points) {
    if (!(x > 0 && x < Number.POSITIVE_INFINITY && y > 0 && y < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `powerFit: expected positive finite values, got (${x}, ${y}); leave such points out.`,
      );
    }
  }
  if (points.every(([x]) => x === points[0][0])) {
    throw new RangeError(
      `powerFit: expected at least 2 different sizes, got only ${points[0][0]}; run more sizes.`,
    );
  }
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const { m, b } = linearRegression(logs);
  const mean = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const spread = logs.reduce((sum, [x]) => sum + (x - mean) ** 2, 0);
  const residual = logs.reduce((sum, [x, y]) => sum + (y - m * x - b) ** 2, 0);
  const xs = points.map(([x]) => x);
  return {
    exponent: m,
    factor: Math.exp(b),
    standardError: points.length > 2 ? Math.sqrt(residual / (points.length - 2) / spread) : Number.NaN,
    from: Math.min(...xs),
    to: Math.max(...xs),
  };
}
