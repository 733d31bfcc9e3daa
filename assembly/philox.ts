/**
 * Philox4x32-10, four blocks at a time: the same numbers as philox4x32 of src/random/philox.ts, faster.
 *
 * Lane i of each vector belongs to block i. The high and the low words of four 32×32-bit products come out of two
 * widening multiplications each, which plain JavaScript has to put together from 16-bit halves.
 */

/** The first address after the data of this module: where the blocks are written. */
export function output(): usize {
  return __heap_base;
}

/**
 * Writes 4·groups consecutive blocks from `output()` on, each as its four words in order, under the key (k0, k1).
 *
 * The counter of the first block is (c0, c1, c2, c3); c0 must be able to count on through all of them.
 */
export function fill(c0: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32, groups: i32): void {
  const m0 = i32x4.splat(0xd2511f53);
  const m1 = i32x4.splat(0xcd9e8d57);
  let counter = i32x4.add(i32x4.splat(c0), i32x4(0, 1, 2, 3));
  let target = __heap_base;
  for (let group = 0; group < groups; group++) {
    let a = counter;
    let b = i32x4.splat(c1);
    let c = i32x4.splat(c2);
    let d = i32x4.splat(c3);
    let k = k0;
    let l = k1;
    for (let round = 0; round < 10; round++) {
      const front0 = i64x2.extmul_low_i32x4_u(a, m0);
      const back0 = i64x2.extmul_high_i32x4_u(a, m0);
      const front1 = i64x2.extmul_low_i32x4_u(c, m1);
      const back1 = i64x2.extmul_high_i32x4_u(c, m1);
      const high0 = v128.shuffle<i32>(front0, back0, 1, 3, 5, 7);
      const high1 = v128.shuffle<i32>(front1, back1, 1, 3, 5, 7);
      a = v128.xor(v128.xor(high1, b), i32x4.splat(k));
      c = v128.xor(v128.xor(high0, d), i32x4.splat(l));
      b = v128.shuffle<i32>(front1, back1, 0, 2, 4, 6);
      d = v128.shuffle<i32>(front0, back0, 0, 2, 4, 6);
      k += 0x9e3779b9;
      l += 0xbb67ae85;
    }
    // From four vectors of one word each to four blocks of four words.
    const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<i64>(ab0, cd0, 0, 2), 0);
    v128.store(target, v128.shuffle<i64>(ab0, cd0, 1, 3), 16);
    v128.store(target, v128.shuffle<i64>(ab1, cd1, 0, 2), 32);
    v128.store(target, v128.shuffle<i64>(ab1, cd1, 1, 3), 48);
    target += 64;
    counter = i32x4.add(counter, i32x4.splat(4));
  }
}
