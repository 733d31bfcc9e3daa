/** The number of ones among the bits of a 32-bit integer, modulo 2. */
export function parity(bits: number): 0 | 1 {
  let folded = bits ^ (bits >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  // 0x6996 is the table of parities of 0 to 15.
  return ((0x6996 >>> (folded & 15)) & 1) as 0 | 1;
}

/** The number of ones among the bits of a 32-bit integer. */
export function popcount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
