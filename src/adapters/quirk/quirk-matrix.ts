import { type ComplexEntry, type ComplexMatrix, complexMatrix } from "../../index.ts";
import { evaluateFormula } from "./quirk-formula.ts";

/** Writes a matrix as Quirk has it: `{{1,0},{0,i}}`. Every number in full, so that reading it gives the same bits. */
export function matrixToQuirk({ size, re, im }: ComplexMatrix): string {
  const rows = Array.from({ length: size }, (_, r) => {
    const entries = Array.from({ length: size }, (_, c) => entryText(re[r * size + c], im[r * size + c]));
    return `{${entries.join(",")}}`;
  });
  return `{${rows.join(",")}}`;
}

/**
 * Reads a matrix as Quirk has it: rows in braces, entries as formulas.
 *
 * Errors: RangeError for braces that do not match, rows of different lengths and formulas that are none.
 */
export function matrixFromQuirk(text: string): ComplexMatrix {
  const inner = /^\s*\{\s*\{([\s\S]*)\}\s*\}\s*$/.exec(text)?.[1];
  if (inner === undefined) {
    throw new RangeError(
      `Quirk matrix: expected rows in braces, got "${text.slice(0, 40)}"; write {{1,0},{0,1}}.`,
    );
  }
  const rows = inner.split(/\}\s*,\s*\{/).map((row) => row.split(","));
  return complexMatrix(rows.map((row) => row.map((entry): ComplexEntry => evaluateFormula(entry))));
}

function entryText(re: number, im: number): string {
  if (im === 0) return String(re + 0);
  const imaginary = im === 1 ? "i" : im === -1 ? "-i" : `${im}i`;
  if (re === 0) return imaginary;
  return im > 0 ? `${re}+${imaginary}` : `${re}${imaginary}`;
}
