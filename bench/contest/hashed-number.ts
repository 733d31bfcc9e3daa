/** A number in [−1/2, 1/2) from a mixed counter: the same as `hashed` in bench/peers/contest.py. */
export function hashedNumber(index: number, stream: number): number {
  let x = (2 * index + stream) >>> 0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  x ^= x >>> 16;
  return (x >>> 0) / 2 ** 32 - 0.5;
}
