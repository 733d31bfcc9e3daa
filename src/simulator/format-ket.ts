import type { Amplitudes } from "./amplitudes.ts";
import { bitString } from "./bit-string.ts";

/** How a state is printed. */
export interface KetFormat {
  /** Digits after the point; trailing zeros are dropped (default 3). */
  readonly digits?: number;
  /** Terms of smaller modulus are left out (default: those that print as 0). */
  readonly threshold?: number;
  /** At most so many terms are printed (default 64); the rest is counted at the end. */
  readonly terms?: number;
}

/**
 * Prints a state in Dirac notation, ascending, qubit 0 rightmost: `0.707|00⟩ - (0.5+0.5i)|11⟩`.
 *
 * A coefficient of 1 is not written.
 */
export function formatKet(state: Amplitudes, format: KetFormat = {}): string {
  const { digits = 3, threshold = 0.5 * 10 ** -digits, terms = 64 } = format;
  if (!Number.isInteger(digits) || digits < 0 || digits > 17) {
    throw new RangeError(`ket: expected 0 to 17 digits, got ${digits}; 3 is the default.`);
  }
  let text = "";
  let written = 0;
  let left = 0;
  for (let i = 0; i < state.re.length; i++) {
    const re = state.re[i];
    const im = state.im[i];
    if (Math.hypot(re, im) < threshold) continue;
    if (written === terms) {
      left++;
      continue;
    }
    const term = formatCoefficient(re, im, digits);
    const negative = term.startsWith("-");
    if (written === 0) text = term;
    else text += negative ? ` - ${term.slice(1)}` : ` + ${term}`;
    text += `|${bitString(i, state.qubits)}⟩`;
    written++;
  }
  if (left > 0) text += ` + … (${left} more)`;
  return text === "" ? "0" : text;
}

function formatCoefficient(re: number, im: number, digits: number): string {
  const x = formatNumber(re, digits);
  const y = formatNumber(im, digits);
  if (y === "0") return x === "1" ? "" : x === "-1" ? "-" : x;
  const imaginary = y === "1" ? "i" : y === "-1" ? "-i" : `${y}i`;
  if (x === "0") return imaginary;
  return `(${x}${imaginary.startsWith("-") ? "" : "+"}${imaginary})`;
}

function formatNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}
