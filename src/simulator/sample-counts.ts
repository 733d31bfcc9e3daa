import type { RandomStream } from "../random/random-stream.ts";
import { bitString } from "./bit-string.ts";
import { sampleOutcomes } from "./sample-outcomes.ts";

/** Draws outcomes of some bits and counts them by bit string, bit 0 rightmost. */
export function sampleCounts(
  law: Float64Array,
  bits: number,
  shots: number,
  random: RandomStream,
): Record<string, number> {
  return Object.fromEntries(
    sampleOutcomes(law, shots, random).map(({ outcome, count }) => [bitString(outcome, bits), count]),
  );
}
