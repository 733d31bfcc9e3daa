import { numberText, raised } from "../format/number-text.ts";
import { textWidth } from "./text-width.ts";

/** Where an axis has marks, and what is written there. */
export interface Ticks {
  readonly values: number[];
  readonly text: (value: number) => string;
}

/**
 * Chooses marks of a log₁₀ axis: the powers of ten inside the range; with fewer than three of them also twice and five
 * times each. On an axis `room` units long, so many powers are left out that their texts have space. Powers are written
 * as 10⁶ where the range goes beyond a million.
 */
export function decadeTicks(low: number, high: number, room = Number.POSITIVE_INFINITY): Ticks {
  const first = Math.floor(Math.log10(low));
  const exponents = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, k) => first + k);
  const within = (value: number) => value >= low && value <= high;
  const space = room / Math.log10(high / low);
  const step = [1, 2, 3, 5, 10, 20, 50].find((size) => size * space >= 15) ?? 100;
  const decades = exponents
    .filter((exponent) => exponent % step === 0)
    .map((exponent) => 10 ** exponent)
    .filter(within);
  const values =
    decades.length > 2 || step > 1
      ? decades
      : exponents.flatMap((exponent) => [1, 2, 5].map((factor) => factor * 10 ** exponent)).filter(within);
  const plain = values.every((value) => value >= 0.01 && value < 1e7);
  return { values, text: (value) => (plain ? numberText(value) : powerOfTen(value)) };
}

/** Chooses marks 2^k of a log₂ axis that is `room` units long: at steps such that the texts have space. */
export function binaryTicks(low: number, high: number, room: number): Ticks {
  const [first, last] = [Math.ceil(Math.log2(low) - 1e-9), Math.floor(Math.log2(high) + 1e-9)];
  const step = [1, 2, 4, 8, 16].find((size) => ((last - first) / size) * 42 <= room) ?? 32;
  return {
    values: Array.from(
      { length: Math.max(0, Math.floor((last - first) / step)) + 1 },
      (_, k) => 2 ** (first + k * step),
    ),
    text: (value) => numberText(value, { style: "power" }),
  };
}

/** Marks the given values themselves; leaves out those whose text would touch the one before. */
export function valueTicks(values: readonly number[], low: number, high: number, room: number): Ticks {
  const place = (value: number) => (Math.log(value / low) / Math.log(high / low)) * room;
  const kept: number[] = [];
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const last = kept.at(-1);
    const space = (textWidth(numberText(value)) + textWidth(numberText(last ?? value))) / 2 + 8;
    if (last === undefined || place(value) - place(last) >= space) kept.push(value);
  }
  return { values: kept, text: (value) => numberText(value) };
}

function powerOfTen(value: number): string {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const factor = Number((value / 10 ** exponent).toPrecision(2));
  return factor === 1 ? `10${raised(exponent)}` : `${factor}·10${raised(exponent)}`;
}

/** Chooses round marks from 0 to at most `high`: steps of 1, 2 or 5 times a power of ten, at most `most` ≥ 3 of them beside 0. */
export function linearTicks(high: number, most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(high / most));
  const step = ([1, 2, 5].find((factor) => factor * power * most >= high * (1 - 1e-9)) ?? 10) * power;
  return Array.from({ length: Math.floor(high / step + 1e-9) + 1 }, (_, k) =>
    Number((k * step).toPrecision(12)),
  );
}
