/** Denominators that angles are tried with; π/2^k has a search of its own. */
const denominators = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 24, 32, 64, 128, 256, 512, 1024];
const mostTurns = 2 ** 12;

/**
 * Writes a finite number in OpenQASM so that reading it gives the same double: `k*pi/d` where (k·π)/d is exactly the
 * number, otherwise its shortest decimals.
 *
 * Decimals carry a point, so that they are real numbers in every version and `1.0/2.0` is no division of integers.
 *
 * @example
 * qasmNumber(3 * Math.PI / 4) // "3*pi/4"
 * qasmNumber(1e-7)            // "1.0e-7"
 */
export function qasmNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return Object.is(value, 0) ? "0" : wholeText(value);
  return turnsText(value) ?? decimalText(value);
}

function wholeText(value: number): string {
  return Object.is(value, -0) ? "-0.0" : `${value}.0`;
}

function turnsText(value: number): string | undefined {
  const size = Math.abs(value);
  for (const denominator of denominators) {
    const turns = Math.round((size * denominator) / Math.PI);
    if (turns < 1 || turns > mostTurns || (turns * Math.PI) / denominator !== size) continue;
    return fraction(value < 0, turns, denominator);
  }
  const power = Math.round(Math.PI / size);
  return power <= 2 ** 40 && Math.PI / power === size ? fraction(value < 0, 1, power) : undefined;
}

function fraction(negative: boolean, turns: number, denominator: number): string {
  const above = turns === 1 ? "pi" : `${turns}*pi`;
  return `${negative ? "-" : ""}${above}${denominator === 1 ? "" : `/${denominator}`}`;
}

function decimalText(value: number): string {
  const [digits, exponent] = String(value).split("e");
  const point = digits.includes(".") ? digits : `${digits}.0`;
  return exponent === undefined ? point : `${point}e${exponent}`;
}
