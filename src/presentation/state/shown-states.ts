/** Which states a picture shows, and what the others add up to. */
export interface ShownStates {
  readonly states: readonly number[];
  /** How many states with a probability above 0 are not shown. */
  readonly others: number;
  /** Their probability. */
  readonly rest: number;
}

/**
 * Chooses the states to show: all in order where they fit, else those that can occur at all in order where these fit,
 * else the most probable ones, greatest first and the lower number first among equals.
 */
export function shownStates(probabilities: ArrayLike<number>, most: number): ShownStates {
  const count = probabilities.length;
  if (count <= most) return { states: Array.from({ length: count }, (_, k) => k), others: 0, rest: 0 };
  const possible: number[] = [];
  for (let k = 0; k < count; k++) if (probabilities[k] > 0) possible.push(k);
  if (possible.length <= most) return { states: possible, others: 0, rest: 0 };
  possible.sort((a, b) => probabilities[b] - probabilities[a] || a - b);
  let rest = 0;
  for (const k of possible.slice(most)) rest += probabilities[k];
  return { states: possible.slice(0, most), others: possible.length - most, rest };
}

/** Checks the number of states to show. Errors: RangeError unless it is a whole number ≥ 1. */
export function requireMost(name: string, most: number): void {
  if (!(Number.isInteger(most) && most >= 1)) {
    throw new RangeError(`${name}: expected most to be a whole number ≥ 1, got ${most}; use 16.`);
  }
}
