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
  /** Coefficients as `0.5+0.5i` (default) or as `0.707e^0.785i`, the angle in radians. */
  readonly coefficients?: "rectangular" | "polar";
  /** Basis states as binary digits (default) or as numbers. */
  readonly labels?: "binary" | "decimal";
  /** Ascending by basis state (default), or most probable first. */
  readonly order?: "index" | "probability";
  /** One ket for each of these registers, the highest leftmost: `|1⟩|011⟩`. Together they cover every qubit. */
  readonly registers?: readonly { readonly start: number; readonly size: number }[];
}

/**
 * Prints a state in Dirac notation, ascending, qubit 0 rightmost: `0.707|00⟩ - (0.5+0.5i)|11⟩`.
 *
 * A coefficient of 1 is not written.
 *
 * Errors: RangeError for digits outside 0 to 17 and for registers that do not cover the qubits.
 */
export function formatKet(state: Amplitudes, format: KetFormat = {}): string {
  const { digits = 3, threshold = 0.5 * 10 ** -digits, terms = 64, order = "index" } = format;
  if (!Number.isInteger(digits) || digits < 0 || digits > 17) {
    throw new RangeError(`ket: expected 0 to 17 digits, got ${digits}; 3 is the default.`);
  }
  const label = labeller(state.qubits, format);
  const coefficient = format.coefficients === "polar" ? formatPolar : formatRectangular;
  const shown: number[] = [];
  let left = 0;
  for (let i = 0; i < state.re.length; i++) {
    if (Math.hypot(state.re[i], state.im[i]) < threshold) continue;
    if (order === "index" && shown.length === terms) left++;
    else shown.push(i);
  }
  if (order === "probability") {
    const weight = (i: number) => state.re[i] ** 2 + state.im[i] ** 2;
    shown.sort((a, b) => weight(b) - weight(a) || a - b);
    left = Math.max(0, shown.length - terms);
    shown.length -= left;
  }
  let text = "";
  for (const i of shown) {
    const term = coefficient(state.re[i], state.im[i], digits);
    if (text === "") text = term;
    else text += term.startsWith("-") ? ` - ${term.slice(1)}` : ` + ${term}`;
    text += label(i);
  }
  if (left > 0) text += ` + … (${left} more)`;
  return text === "" ? "0" : text;
}

function labeller(qubits: number, { labels = "binary", registers }: KetFormat): (state: number) => string {
  const parts = [...(registers ?? [{ start: 0, size: qubits }])].sort((a, b) => b.start - a.start);
  let end = qubits;
  for (const { start, size } of parts) {
    if (start + size !== end) break;
    end = start;
  }
  if (end !== 0) {
    throw new RangeError(
      `ket: expected registers that cover the ${qubits} qubits once, got ${JSON.stringify(parts)}; list every register.`,
    );
  }
  return (state) =>
    parts
      .map(({ start, size }) => {
        const value = Math.floor(state / 2 ** start) % 2 ** size;
        return `|${labels === "decimal" ? value : bitString(value, size)}⟩`;
      })
      .join("");
}

function formatRectangular(re: number, im: number, digits: number): string {
  const x = formatNumber(re, digits);
  const y = formatNumber(im, digits);
  if (y === "0") return x === "1" ? "" : x === "-1" ? "-" : x;
  const imaginary = y === "1" ? "i" : y === "-1" ? "-i" : `${y}i`;
  if (x === "0") return imaginary;
  return `(${x}${imaginary.startsWith("-") ? "" : "+"}${imaginary})`;
}

/** A modulus and a phase; the sign of a negative real number is its phase. */
function formatPolar(re: number, im: number, digits: number): string {
  const angle = formatNumber(Math.atan2(im, re), digits);
  const modulus = formatNumber(Math.hypot(re, im), digits);
  const factor = modulus === "1" ? "" : modulus;
  return angle === "0" ? factor : `${factor}e^${angle === "1" ? "" : angle === "-1" ? "-" : angle}i`;
}

function formatNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}
