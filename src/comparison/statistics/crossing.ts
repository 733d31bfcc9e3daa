/** Where one cost falls below another along a parameter. */
export type Crossing =
  | {
      readonly kind: "at";
      readonly at: number;
      /** What the resolution of the values, or the band over seeds, leaves open. */
      readonly low: number;
      readonly high: number;
      /** Whether the first cost is the smaller one above the crossing, or below it. */
      readonly cheaper: "above" | "below";
      /** Further crossings in the range, beyond this first one. */
      readonly further: number;
    }
  | {
      readonly kind: "none";
      /** Who is cheaper throughout: the first cost, the second, or neither where they are equal somewhere. */
      readonly cheaper: "first" | "second" | "neither";
    };

/**
 * Finds where the ratio first/second passes 1 along ascending values > 0.
 *
 * Between two values the logarithm of the ratio is taken as linear in that of the value, which is exact for power laws.
 * A ratio of exactly 1 (both do the same) counts as not cheaper; where both do the same over several values, the crossing
 * is only known to lie beyond them.
 *
 * Errors: RangeError for lists of different length and for ratios that are not > 0.
 *
 * @example findCrossing([1, 4, 16], [2, 1.5, 0.5]) // { kind: "at", at: 6.7, cheaper: "above", … }
 */
export function findCrossing(values: readonly number[], ratios: readonly number[]): Crossing {
  if (values.length !== ratios.length || !ratios.every((ratio) => ratio > 0)) {
    throw new RangeError(
      `findCrossing: expected as many ratios > 0 as values, got ${JSON.stringify(ratios)} at ${values.length} values; leave points without cost out.`,
    );
  }
  if (values.length === 0) return { kind: "none", cheaper: "neither" };
  const wins = ratios.map((ratio) => ratio < 1);
  const changes = values.map((_, k) => k).filter((k) => k > 0 && wins[k] !== wins[k - 1]);
  if (changes.length === 0) {
    const cheaper = wins[0] ? "first" : ratios.every((ratio) => ratio > 1) ? "second" : "neither";
    return { kind: "none", cheaper };
  }
  const right = changes[0];
  const [from, to] = [values[right - 1], values[right]];
  const [before, after] = [Math.log(ratios[right - 1]), Math.log(ratios[right])];
  // Equal at one value between a loss and a win: that value it is. Equal at several: somewhere after the last.
  const touches = (index: number, beyond: number) => ratios[index] === 1 && ratios[beyond] > 1;
  const exact = touches(right - 1, right - 2) ? from : touches(right, right + 1) ? to : undefined;
  const tied = exact === undefined && (before === 0 || after === 0);
  const part = tied ? 0.5 : before / (before - after);
  const at = exact ?? from * (to / from) ** part;
  return {
    kind: "at",
    at,
    low: tied ? from : at,
    high: tied ? to : at,
    cheaper: wins[right] ? "above" : "below",
    further: changes.length - 1,
  };
}
