/**
 * A number as binary digits, lowest bit rightmost.
 *
 * @example bitString(3, 4) // "0011"
 */
export function bitString(value: number, bits: number): string {
  return bits === 0 ? "" : value.toString(2).padStart(bits, "0");
}
