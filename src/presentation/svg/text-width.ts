import { fontSize } from "./plot-part.ts";

/**
 * Estimates how wide a text is in SVG units, on the safe side of common system fonts. Without a browser there is
 * nothing to measure with, so layout leaves room by this.
 */
export function textWidth(text: string, size: number = fontSize): number {
  let ems = 0;
  for (const sign of text) {
    if (/[ijl.,:;'|!()[\]\u202f ]/.test(sign)) ems += 0.33;
    else if (/[mwMW@—]/.test(sign)) ems += 0.92;
    else if (/[A-Z]/.test(sign)) ems += 0.68;
    else if (/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃]/.test(sign)) ems += 0.42;
    else ems += 0.59;
  }
  return ems * size;
}

/** The same for bold text. */
export function boldWidth(text: string, size: number = fontSize): number {
  return textWidth(text, size) * 1.1;
}

/** Breaks a text at spaces so that no line is wider than a limit (single words may be). */
export function wrappedText(text: string, limit: number, size: number = fontSize): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
