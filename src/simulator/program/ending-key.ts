import { bitStrings } from "../bit-strings.ts";

/** A measurement at the end: bit `outcome` of what is drawn goes into the classical bit `bit`. */
export interface EndingBit {
  readonly outcome: number;
  readonly bit: number;
}

/**
 * Writes what is drawn as the string of all classical bits, bit 0 rightmost: those that are not measured at the end
 * are as they were. Of two measurements into one bit, the later counts.
 *
 * @example endingKey([{ outcome: 0, bit: 2 }], Uint8Array.of(1, 0, 0))(1) // "101"
 */
export function endingKey(measured: readonly EndingBit[], bits: Uint8Array): (outcome: number) => string {
  const count = bits.length;
  const sources = new Map(measured.map(({ outcome, bit }) => [bit, outcome]));
  const lowest = Math.min(...sources.keys());
  const isInOrder =
    new Set(sources.values()).size === sources.size &&
    [...sources].every(([bit, outcome]) => bit === outcome + lowest && outcome < sources.size);
  const before = Array.from(bits).reverse();
  if (isInOrder) {
    const end = count - lowest;
    const label = bitStrings(sources.size);
    const prefix = before.slice(0, end - sources.size).join("");
    const suffix = before.slice(end).join("");
    const mask = 2 ** sources.size - 1;
    return (outcome) => prefix + label(outcome & mask) + suffix;
  }
  const codes = before.map((bit) => 48 + bit);
  const places = [...sources].map(([bit, outcome]) => [count - 1 - bit, outcome] as const);
  return (drawn) => {
    for (const [place, outcome] of places) codes[place] = 48 + ((drawn >>> outcome) & 1);
    return String.fromCharCode(...codes);
  };
}
