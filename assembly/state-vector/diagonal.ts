import { add, firstOf, imaginaryParts, mul, realParts, secondOf, sub, timesPhase } from "./lanes";

/** Qubits of a tile, lowest first, whose outer factors are kept in the small table. */
const LOW_BITS = 5;

/** Bytes of a table for a vector of amplitudes: as many numbers of its kind as one amplitude has. */
const ENTRY: usize = SINGLE ? 8 : 16;

/** Bytes of the factors of one bit: two doubles for each tile. */
export const FACTOR: usize = SINGLE ? 32 : 16;

/** The real parts of the phases for two neighbouring vectors of amplitudes, as they lie in a table. */
function tableRe(entries: usize): v128 {
  if (SINGLE) {
    const t = v128.load64_zero(entries);
    return v128.shuffle<f32>(t, t, 0, 0, 1, 1);
  }
  return v128.load(entries);
}

/** The imaginary parts. */
function tableIm(entries: usize): v128 {
  if (SINGLE) {
    const t = v128.load64_zero(entries, 8);
    return v128.shuffle<f32>(t, t, 0, 0, 1, 1);
  }
  return v128.load(entries, 16);
}

/** Multiplies a tile by a table of phases. */
export function multiplyByTable(scratch: usize, table: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 32, table += 2 * ENTRY) {
    const a = v128.load(scratch + at);
    const b = v128.load(scratch + at, 16);
    const c = tableRe(table);
    const s = tableIm(table);
    const r = realParts(a, b);
    const i = imaginaryParts(a, b);
    const x = sub(mul(r, c), mul(i, s));
    const y = add(mul(i, c), mul(r, s));
    v128.store(scratch + at, firstOf(x, y));
    v128.store(scratch + at, secondOf(x, y), 16);
  }
}

/**
 * Multiplies a tile by a table and by a factor for each of its bits that is set.
 *
 * `factors` holds the pairs of doubles of the bits, for each tile; two small tables of vectors like amplitudes behind
 * them, for the lowest bits and for the others, are made here.
 */
export function multiplyByTableAndFactors(
  scratch: usize,
  table: usize,
  bytes: usize,
  factors: usize,
  bits: i32,
): void {
  const low = factors + 512;
  const high = low + (16 << LOW_BITS);
  productsOf(low, factors, LOW_BITS);
  productsOf(high, factors + <usize>LOW_BITS * FACTOR, bits - LOW_BITS);
  // Of the low ones, real and imaginary parts apart, as those of two vectors of amplitudes.
  const block: usize = 16 << LOW_BITS;
  for (let at: usize = 0; at < block; at += 32) {
    const a = v128.load(low + at);
    const b = v128.load(low + at, 16);
    v128.store(low + at, realParts(a, b));
    v128.store(low + at, imaginaryParts(a, b), 16);
  }
  for (let at: usize = 0, entry = high; at < bytes; at += block, entry += 16) {
    const h = v128.load(entry);
    const hc = realParts(h, h);
    const hs = imaginaryParts(h, h);
    for (let j: usize = 0; j < block; j += 32, table += 2 * ENTRY) {
      const lc = v128.load(low + j);
      const ls = v128.load(low + j, 16);
      const fc = sub(mul(lc, hc), mul(ls, hs));
      const fs = add(mul(lc, hs), mul(ls, hc));
      const tc = tableRe(table);
      const ts = tableIm(table);
      const c = sub(mul(tc, fc), mul(ts, fs));
      const s = add(mul(tc, fs), mul(ts, fc));
      const a = v128.load(scratch + at + j);
      const b = v128.load(scratch + at + j, 16);
      const r = realParts(a, b);
      const i = imaginaryParts(a, b);
      const x = sub(mul(r, c), mul(i, s));
      const y = add(mul(i, c), mul(r, s));
      v128.store(scratch + at + j, firstOf(x, y));
      v128.store(scratch + at + j, secondOf(x, y), 16);
    }
  }
}

/** Writes, as vectors like amplitudes, the products of the factors of those bits that are set, for all numbers of so many bits. */
function productsOf(target: usize, factors: usize, bits: i32): void {
  v128.store(target, SINGLE ? f32x4(1, 0, 1, 0) : f64x2(1, 0));
  for (let p = 0; p < bits; p++, factors += FACTOR) {
    let c: v128;
    let s: v128;
    if (SINGLE) {
      c = pairOf(load<f64>(factors), load<f64>(factors, 16));
      s = pairOf(load<f64>(factors, 8), load<f64>(factors, 24));
    } else {
      c = v128.load64_splat(factors);
      s = v128.load64_splat(factors, 8);
    }
    const half = (<usize>16) << p;
    for (let at = target; at < target + half; at += 16) {
      v128.store(at + half, timesPhase(v128.load(at), c, s));
    }
  }
}

function pairOf(first: f64, second: f64): v128 {
  const b = <f32>second;
  return f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(<f32>first), 2, b), 3, b);
}
