import { numberText } from "../../src/presentation/index.ts";

/** Parts of numbers that are smaller than this are rounding and shown as 0. */
const nothing = 5e-13;

/**
 * Writes a complex number for people, to four significant digits.
 *
 * @example entryText([0.5, -0.5]) // "0.5 − 0.5i"
 */
export function entryText([re, im]: readonly [re: number, im: number]): string {
  const write = (value: number) =>
    numberText(Math.abs(value) < nothing ? 0 : value, { style: "significant", digits: 4 });
  const [real, imaginary] = [write(re), write(im)];
  if (imaginary === "0") return real;
  const unit = `${write(Math.abs(im)) === "1" ? "" : write(Math.abs(im))}i`;
  if (real === "0") return im < 0 ? `−${unit}` : unit;
  return `${real} ${im < 0 ? "−" : "+"} ${unit}`;
}
