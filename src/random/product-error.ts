/**
 * The rounding error of a product: a·b − fl(a·b), exact where neither overflows nor underflows.
 *
 * Source: Dekker, Numer. Math. 18, 1971 (splitting by Veltkamp).
 */
export function productError(a: number, b: number): number {
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (a * b - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The leading 26 bits of a number. */
function upperHalf(x: number): number {
  const shifted = x * (2 ** 27 + 1);
  return shifted - (shifted - x);
}
