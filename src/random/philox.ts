/**
 * Writes the Philox4x32-10 block of a 128-bit counter (c0 … c3) under a 64-bit key (k0, k1) into `out[at … at + 3]`.
 *
 * Ten rounds of (c0, c1, c2, c3) ← (hi(M1·c2) ⊕ c1 ⊕ k0, lo(M1·c2), hi(M0·c0) ⊕ c3 ⊕ k1, lo(M0·c0)), with the key
 * words raised by the Weyl constants between rounds. All words are 32 bits; each may be given signed or unsigned.
 * For a fixed key it is a bijection of the counters, so blocks of one key never repeat.
 *
 * The high word of a 32×32-bit product does not fit a double, so it is put together from 16-bit halves; the two
 * products are written out in the loop because the call is the hot path of every stream.
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011 (Random123).
 */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
  at = 0,
): void {
  let a = c0 | 0;
  let b = c1 | 0;
  let c = c2 | 0;
  let d = c3 | 0;
  let k = k0 | 0;
  let l = k1 | 0;
  for (let round = 0; round < 10; round++) {
    // M0 = 0xD2511F53 times a.
    const aLow = a & 0xffff;
    const aHigh = a >>> 16;
    const aMiddle = (Math.imul(aHigh, 0x1f53) + (Math.imul(aLow, 0x1f53) >>> 16)) | 0;
    const aCross = (Math.imul(aLow, 0xd251) + (aMiddle & 0xffff)) | 0;
    const high0 = (Math.imul(aHigh, 0xd251) + (aMiddle >>> 16) + (aCross >>> 16)) | 0;
    const low0 = Math.imul(a, 0xd2511f53);
    // M1 = 0xCD9E8D57 times c.
    const cLow = c & 0xffff;
    const cHigh = c >>> 16;
    const cMiddle = (Math.imul(cHigh, 0x8d57) + (Math.imul(cLow, 0x8d57) >>> 16)) | 0;
    const cCross = (Math.imul(cLow, 0xcd9e) + (cMiddle & 0xffff)) | 0;
    const high1 = (Math.imul(cHigh, 0xcd9e) + (cMiddle >>> 16) + (cCross >>> 16)) | 0;
    const low1 = Math.imul(c, 0xcd9e8d57);

    a = high1 ^ b ^ k;
    c = high0 ^ d ^ l;
    b = low1;
    d = low0;
    k = (k + 0x9e3779b9) | 0;
    l = (l + 0xbb67ae85) | 0;
  }
  out[at] = a;
  out[at + 1] = b;
  out[at + 2] = c;
  out[at + 3] = d;
}
