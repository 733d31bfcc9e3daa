import { quantileSorted } from "simple-statistics";

/** A median with the central part of the values around it. */
export interface Band {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many values it is of. */
  readonly count: number;
}

/**
 * The median of some values and the band that holds their central part: for `part` 0.9 from the 5 % to the 95 % quantile.
 *
 * The ends are values, taken outwards: with few values they are the least and the greatest. Errors: RangeError for no values or NaN.
 *
 * @example bandOf([1, 2, 9], 0.9) // { median: 2, low: 1, high: 9, count: 3 }
 */
export function bandOf(values: readonly number[], part: number): Band {
  if (values.length === 0 || values.some(Number.isNaN)) {
    throw new RangeError(
      `bandOf: expected at least one number, got ${values.length === 0 ? "none" : "NaN"}; run more seeds.`,
    );
  }
  const last = values.length - 1;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantileSorted(sorted, 0.5),
    low: sorted[Math.floor(((1 - part) / 2) * last + 1e-9)],
    high: sorted[Math.ceil(((1 + part) / 2) * last - 1e-9)],
    count: sorted.length,
  };
}
