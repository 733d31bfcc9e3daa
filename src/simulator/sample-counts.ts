import type { RandomStream } from "../random/random-stream.ts";
import { bitString } from "./bit-string.ts";
import { bitStrings } from "./bit-strings.ts";
import { sampleWeights, type Weights } from "./sample-weights.ts";

/** From so many different outcomes on, tables of digits are worth making. */
const many = 1000;

/** Draws outcomes of some bits and counts them by bit string, bit 0 rightmost. */
export function sampleCounts(
  weights: Weights,
  bits: number,
  shots: number,
  random: RandomStream,
): Record<string, number> {
  const { outcomes, counts } = sampleWeights(weights, shots, random);
  const label = outcomes.length < many ? (value: number) => bitString(value, bits) : bitStrings(bits);
  const result: Record<string, number> = {};
  for (let k = 0; k < outcomes.length; k++) result[label(outcomes[k])] = counts[k];
  return result;
}
