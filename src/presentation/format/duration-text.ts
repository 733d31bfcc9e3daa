import { numberText } from "./number-text.ts";

const thin = "\u202f";

/**
 * Writes a length of time that was measured in milliseconds.
 *
 * Errors: RangeError for a negative length.
 *
 * @example
 * durationText(0.84)   // "840 µs"
 * durationText(125000) // "2 min 5 s"
 */
export function durationText(milliseconds: number | null): string {
  if (milliseconds === null || Number.isNaN(milliseconds)) return "unavailable";
  if (milliseconds < 0) {
    throw new RangeError(`durationText: expected milliseconds ≥ 0, got ${milliseconds}; pass end − start.`);
  }
  const short = (value: number, unit: string) =>
    `${numberText(value, { style: "significant" })}${thin}${unit}`;
  if (milliseconds === 0) return short(0, "s");
  if (milliseconds < 0.9995) return short(milliseconds * 1000, "µs");
  if (milliseconds < 999.5) return short(milliseconds, "ms");
  if (milliseconds < 59_950) return short(milliseconds / 1000, "s");
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${numberText(large)}${thin}${largeUnit}`;
  return small === 0 ? head : `${head} ${small}${thin}${smallUnit}`;
}
