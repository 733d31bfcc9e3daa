import { bandOf } from "./band.ts";
import type { Crossing } from "./crossing.ts";

/** A crossing over several seeds: the median of those that have one, and how many have none. */
export type CrossingBand = Crossing & { readonly seeds: number; readonly without: number };

/**
 * Joins the crossings of several seeds: there is one when most seeds have one on the same side; its band holds the
 * central part of where they are.
 *
 * Errors: RangeError for no crossings.
 */
export function crossingBand(crossings: readonly Crossing[], part: number): CrossingBand {
  const seeds = crossings.length;
  if (seeds === 0) throw new RangeError("crossingBand: expected at least one seed, got none; run one.");
  const found = crossings.filter((crossing) => crossing.kind === "at");
  const above = found.filter(({ cheaper }) => cheaper === "above");
  const side = above.length * 2 >= found.length ? above : found.filter(({ cheaper }) => cheaper === "below");
  const without = seeds - side.length;
  if (side.length * 2 <= seeds) {
    const none = crossings.filter((crossing) => crossing.kind === "none");
    const same = none.every(({ cheaper }) => cheaper === none[0].cheaper);
    return { kind: "none", cheaper: same && none.length > 0 ? none[0].cheaper : "neither", seeds, without };
  }
  return {
    kind: "at",
    at: bandOf(
      side.map(({ at }) => at),
      part,
    ).median,
    low: bandOf(
      side.map(({ low }) => low),
      part,
    ).low,
    high: bandOf(
      side.map(({ high }) => high),
      part,
    ).high,
    cheaper: side[0].cheaper,
    further: Math.max(...side.map(({ further }) => further)),
    seeds,
    without,
  };
}
