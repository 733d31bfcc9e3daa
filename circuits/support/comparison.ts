import type { Complex } from "./complex-expression.ts";

/** A number that was expected and what came out. */
export interface ComparedEntry {
  readonly label: string;
  readonly expected: Complex;
  readonly obtained: Complex;
}

/** An expectation beside what came out. */
export interface Comparison {
  readonly entries: readonly ComparedEntry[];
  /** The largest difference, also among what was expected to be 0 and has no entry. */
  readonly deviation: number;
  /** How large the difference may be: 1e-12 for exact values; for rates see `rateBound`. */
  readonly allowed: number;
  /** How many runs a rate was taken from; absent where the values are exact. */
  readonly shots?: number;
}

/** Difference that rounding may cause in exact values. */
export const rounding = 1e-12;

/** Puts exact values beside expected ones. */
export function compareExactly(entries: readonly ComparedEntry[], unlisted = 0): Comparison {
  const differences = entries.map(({ expected, obtained }) =>
    Math.hypot(obtained[0] - expected[0], obtained[1] - expected[1]),
  );
  return { entries, deviation: Math.max(unlisted, ...differences), allowed: rounding };
}
