import { numberText } from "../format/number-text.ts";
import type { Notation } from "./notation.ts";

/**
 * Writes an angle in radians as a fraction of π where it is one, else with four significant digits.
 *
 * Fractions have a denominator up to 16 or a power of two up to 2²⁰. An angle counts as the fraction only if it is within
 * rounding of it (10⁻¹² of its size): 0.7854 stays 0.7854.
 *
 * @example
 * angleText(Math.PI / 2, "unicode")      // "π/2"
 * angleText(-3 * Math.PI / 8, "unicode") // "−3π/8"
 * angleText(0.3, "unicode")              // "0.3"
 */
export function angleText(angle: number, notation: Notation): string {
  if (angle === 0) return "0";
  const sign = angle < 0 ? (notation === "unicode" ? "−" : "-") : "";
  return sign + (fractionOfPi(Math.abs(angle), notation) ?? decimalText(Math.abs(angle), notation));
}

const pi = { unicode: "π", ascii: "pi", latex: "\\pi" } as const;

function fractionOfPi(angle: number, notation: Notation): string | undefined {
  const turns = angle / Math.PI;
  // Beyond, rounding alone makes nearly any number a fraction.
  if (turns > 4096) return undefined;
  for (let denominator = 1; denominator <= 2 ** 20; denominator += denominator < 16 ? 1 : denominator) {
    const numerator = Math.round(turns * denominator);
    if (numerator === 0 || Math.abs(turns * denominator - numerator) > 1e-12 * numerator) continue;
    // Many multiples of a tiny part of π are no more readable than the number itself.
    if (numerator > 9999) return undefined;
    const factor = numerator === 1 ? "" : `${numerator}${notation === "ascii" ? "*" : ""}`;
    return `${factor}${pi[notation]}${denominator === 1 ? "" : `/${denominator}`}`;
  }
  return undefined;
}

function decimalText(value: number, notation: Notation): string {
  if (notation === "unicode") return numberText(value, { style: "significant", digits: 4 });
  const text = String(Number(value.toPrecision(4)));
  if (notation === "ascii") return text;
  return text.replace(/e\+?(-?\d+)$/, (_, exponent: string) => `\\cdot 10^{${exponent}}`);
}
