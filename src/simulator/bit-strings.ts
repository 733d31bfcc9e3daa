import { bitString } from "./bit-string.ts";

/**
 * Numbers as binary digits like `bitString`, for very many of them: two look-ups each.
 *
 * @example bitStrings(4)(3) // "0011"
 */
export function bitStrings(bits: number): (value: number) => string {
  const lowBits = bits >> 1;
  const highBits = bits - lowBits;
  const table = (count: number) => Array.from({ length: 2 ** count }, (_, value) => bitString(value, count));
  const low = table(lowBits);
  const high = lowBits === highBits ? low : table(highBits);
  const mask = 2 ** lowBits - 1;
  return (value) => high[value >>> lowBits] + low[value & mask];
}
