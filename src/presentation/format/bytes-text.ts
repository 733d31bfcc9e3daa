import { numberText } from "./number-text.ts";

const units = ["KiB", "MiB", "GiB", "TiB", "PiB"];

/**
 * Writes an amount of memory in binary units: 1 KiB = 1024 bytes.
 *
 * Errors: RangeError for a negative amount.
 *
 * @example bytesText(13493022) // "12.9 MiB"
 */
export function bytesText(bytes: number | null): string {
  if (bytes === null || Number.isNaN(bytes)) return "unavailable";
  if (bytes < 0) throw new RangeError(`bytesText: expected bytes ≥ 0, got ${bytes}; pass an amount.`);
  if (bytes < 1024) return `${numberText(bytes)}\u202f${bytes === 1 ? "byte" : "bytes"}`;
  let scaled = bytes / 1024;
  let step = 0;
  while (step < units.length - 1 && Number(scaled.toPrecision(3)) >= 1000) {
    scaled /= 1024;
    step++;
  }
  return `${numberText(scaled, { style: "significant" })}\u202f${units[step]}`;
}
