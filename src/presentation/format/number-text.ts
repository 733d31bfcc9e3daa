/** How a number is written. */
export interface NumberStyle {
  /**
   * `grouped` 1 234 567 · `short` 1.23 M · `power` 2²⁰ where the value is a power of two, else grouped ·
   * `significant` 0.0123 or 1.23 × 10⁻⁹. Default `grouped`.
   */
  readonly style?: "grouped" | "short" | "power" | "significant";
  /** Significant digits of `short`, `significant` and of values below 100 that are not whole. Default 3. */
  readonly digits?: number;
}

/** The narrow no-break space between groups of three digits and before a unit. */
const thin = "\u202f";
const minus = "\u2212";
const prefixes = ["", "k", "M", "G", "T", "P", "E"];

/**
 * Writes a number for people: narrow spaces between groups of three, a real minus sign, no locale.
 *
 * `null` and NaN stand for a count that is not known and give `unavailable`, never 0.
 *
 * @example
 * numberText(1234567)                          // "1 234 567"
 * numberText(1234567, { style: "short" })      // "1.23 M"
 * numberText(2 ** 40, { style: "power" })      // "2⁴⁰"
 * numberText(0.012345, { style: "significant" }) // "0.0123"
 */
export function numberText(value: number | bigint | null, options: NumberStyle = {}): string {
  const { style = "grouped", digits = 3 } = options;
  if (!Number.isInteger(digits) || digits < 1 || digits > 15) {
    throw new RangeError(`numberText: expected digits from 1 to 15, got ${digits}; choose fewer digits.`);
  }
  if (value === null || Number.isNaN(value)) return "unavailable";
  if (value === Number.POSITIVE_INFINITY) return "∞";
  if (value === Number.NEGATIVE_INFINITY) return `${minus}∞`;
  if (value < 0) return `${minus}${numberText(-value, options)}`;
  switch (style) {
    case "short":
      return shortText(Number(value), digits);
    case "power":
      return powerText(value) ?? groupedText(value, digits);
    case "significant":
      return significantText(Number(value), digits);
    default:
      return groupedText(value, digits);
  }
}

/**
 * Writes a whole exponent with raised digits.
 *
 * @example raised(-12) // "⁻¹²"
 */
export function raised(exponent: number): string {
  return [...String(exponent)].map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)])).join("");
}

function groupedText(value: number | bigint, digits: number): string {
  if (typeof value === "number" && !Number.isInteger(value) && value < 100) {
    return significantText(value, digits);
  }
  const whole = typeof value === "bigint" ? value : BigInt(Math.round(value));
  return String(whole).replace(/\B(?=(\d{3})+$)/g, thin);
}

function shortText(value: number, digits: number): string {
  let step = 0;
  let scaled = value;
  // The rounded value decides, so that 999 999 becomes 1 M and not 1000 k.
  while (step < prefixes.length - 1 && Number(scaled.toPrecision(digits)) >= 1000) {
    scaled /= 1000;
    step++;
  }
  const text = plainDigits(scaled, digits);
  return step === 0 ? text : `${text}${thin}${prefixes[step]}`;
}

function powerText(value: number | bigint): string | null {
  if (typeof value === "number" && !Number.isInteger(value)) return null;
  const whole = BigInt(value);
  if (whole < 2n || (whole & (whole - 1n)) !== 0n) return null;
  return `2${raised(whole.toString(2).length - 1)}`;
}

function significantText(value: number, digits: number): string {
  if (value === 0) return "0";
  if (value >= 1e-4 && value < 1e6) return plainDigits(value, digits);
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return `${Number(mantissa)}${thin}×${thin}10${raised(Number(exponent))}`;
}

function plainDigits(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  return rounded >= 1000 ? groupedText(Math.round(rounded), digits) : String(rounded);
}
