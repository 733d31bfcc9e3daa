import { add, firstOf, imaginaryParts, mul, realParts, secondOf, splat, sub } from "./lanes";

/**
 * Rows of 16 amplitudes between the planes and the scratch. In 64 bits a vector of the scratch is one amplitude of a
 * tile; in 32 bits it is one of each of two tiles, which lie `second` bytes apart.
 */

/** Takes the rows of a tile from the planes into the scratch. */
export function gather(
  re: usize,
  im: usize,
  second: usize,
  scratch: usize,
  rows: i32,
  memoryRows: usize,
  scratchRows: usize,
  low: usize,
): void {
  const o0 = <usize>load<u32>(low, 0);
  const o1 = <usize>load<u32>(low, 4);
  const o2 = <usize>load<u32>(low, 8);
  const o3 = <usize>load<u32>(low, 12);
  const o4 = <usize>load<u32>(low, 16);
  const o5 = <usize>load<u32>(low, 20);
  const o6 = <usize>load<u32>(low, 24);
  const o7 = <usize>load<u32>(low, 28);
  const o8 = <usize>load<u32>(low, 32);
  const o9 = <usize>load<u32>(low, 36);
  const o10 = <usize>load<u32>(low, 40);
  const o11 = <usize>load<u32>(low, 44);
  const o12 = <usize>load<u32>(low, 48);
  const o13 = <usize>load<u32>(low, 52);
  const o14 = <usize>load<u32>(low, 56);
  const o15 = <usize>load<u32>(low, 60);
  for (let row = 0; row < rows; row++) {
    const at = <usize>load<u32>(memoryRows + ((<usize>row) << 2));
    const to = scratch + <usize>load<u32>(scratchRows + ((<usize>row) << 2));
    if (SINGLE) {
      takeFour(re + at, im + at, second, to + o0, to + o1, to + o2, to + o3);
      takeFour(re + at + 16, im + at + 16, second, to + o4, to + o5, to + o6, to + o7);
      takeFour(re + at + 32, im + at + 32, second, to + o8, to + o9, to + o10, to + o11);
      takeFour(re + at + 48, im + at + 48, second, to + o12, to + o13, to + o14, to + o15);
    } else {
      takePair(re + at, im + at, to + o0, to + o1);
      takePair(re + at + 16, im + at + 16, to + o2, to + o3);
      takePair(re + at + 32, im + at + 32, to + o4, to + o5);
      takePair(re + at + 48, im + at + 48, to + o6, to + o7);
      takePair(re + at + 64, im + at + 64, to + o8, to + o9);
      takePair(re + at + 80, im + at + 80, to + o10, to + o11);
      takePair(re + at + 96, im + at + 96, to + o12, to + o13);
      takePair(re + at + 112, im + at + 112, to + o14, to + o15);
    }
  }
}

function takePair(re: usize, im: usize, first: usize, second: usize): void {
  const r = v128.load(re);
  const i = v128.load(im);
  v128.store(first, firstOf(r, i));
  v128.store(second, secondOf(r, i));
}

/** Four amplitudes of two tiles: a transposition of four vectors. */
function takeFour(re: usize, im: usize, second: usize, p: usize, q: usize, r: usize, s: usize): void {
  const ra = v128.load(re);
  const ia = v128.load(im);
  const rb = v128.load(re + second);
  const ib = v128.load(im + second);
  const a01 = firstOf(ra, ia);
  const a23 = secondOf(ra, ia);
  const b01 = firstOf(rb, ib);
  const b23 = secondOf(rb, ib);
  v128.store(p, v128.shuffle<f64>(a01, b01, 0, 2));
  v128.store(q, v128.shuffle<f64>(a01, b01, 1, 3));
  v128.store(r, v128.shuffle<f64>(a23, b23, 0, 2));
  v128.store(s, v128.shuffle<f64>(a23, b23, 1, 3));
}

/** Puts a tile back, all amplitudes multiplied by (c, s); those of a second tile by (d, t). */
export function scatter(
  re: usize,
  im: usize,
  second: usize,
  scratch: usize,
  rows: i32,
  memoryRows: usize,
  scratchRows: usize,
  low: usize,
  c: f64,
  s: f64,
  d: f64,
  t: f64,
): void {
  const o0 = <usize>load<u32>(low, 0);
  const o1 = <usize>load<u32>(low, 4);
  const o2 = <usize>load<u32>(low, 8);
  const o3 = <usize>load<u32>(low, 12);
  const o4 = <usize>load<u32>(low, 16);
  const o5 = <usize>load<u32>(low, 20);
  const o6 = <usize>load<u32>(low, 24);
  const o7 = <usize>load<u32>(low, 28);
  const o8 = <usize>load<u32>(low, 32);
  const o9 = <usize>load<u32>(low, 36);
  const o10 = <usize>load<u32>(low, 40);
  const o11 = <usize>load<u32>(low, 44);
  const o12 = <usize>load<u32>(low, 48);
  const o13 = <usize>load<u32>(low, 52);
  const o14 = <usize>load<u32>(low, 56);
  const o15 = <usize>load<u32>(low, 60);
  const isReal = s === 0 && (!SINGLE || t === 0);
  const cc = splat(c);
  const ss = splat(s);
  const dd = splat(d);
  const tt = splat(t);
  for (let row = 0; row < rows; row++) {
    const at = <usize>load<u32>(memoryRows + ((<usize>row) << 2));
    const from = scratch + <usize>load<u32>(scratchRows + ((<usize>row) << 2));
    if (SINGLE) {
      // A loop, so that there is one call, which the compiler then puts in its place.
      for (let k: usize = 0; k < 64; k += 16) {
        const p = from + <usize>load<u32>(low + k);
        const q = from + <usize>load<u32>(low + k, 4);
        const r = from + <usize>load<u32>(low + k, 8);
        const s = from + <usize>load<u32>(low + k, 12);
        putFour(re + at + k, im + at + k, second, p, q, r, s, cc, ss, dd, tt, isReal);
      }
    } else if (isReal) {
      putScaled(re + at, im + at, from + o0, from + o1, cc);
      putScaled(re + at + 16, im + at + 16, from + o2, from + o3, cc);
      putScaled(re + at + 32, im + at + 32, from + o4, from + o5, cc);
      putScaled(re + at + 48, im + at + 48, from + o6, from + o7, cc);
      putScaled(re + at + 64, im + at + 64, from + o8, from + o9, cc);
      putScaled(re + at + 80, im + at + 80, from + o10, from + o11, cc);
      putScaled(re + at + 96, im + at + 96, from + o12, from + o13, cc);
      putScaled(re + at + 112, im + at + 112, from + o14, from + o15, cc);
    } else {
      putTurned(re + at, im + at, from + o0, from + o1, cc, ss);
      putTurned(re + at + 16, im + at + 16, from + o2, from + o3, cc, ss);
      putTurned(re + at + 32, im + at + 32, from + o4, from + o5, cc, ss);
      putTurned(re + at + 48, im + at + 48, from + o6, from + o7, cc, ss);
      putTurned(re + at + 64, im + at + 64, from + o8, from + o9, cc, ss);
      putTurned(re + at + 80, im + at + 80, from + o10, from + o11, cc, ss);
      putTurned(re + at + 96, im + at + 96, from + o12, from + o13, cc, ss);
      putTurned(re + at + 112, im + at + 112, from + o14, from + o15, cc, ss);
    }
  }
}

function putScaled(re: usize, im: usize, first: usize, second: usize, c: v128): void {
  const a = v128.load(first);
  const b = v128.load(second);
  v128.store(re, mul(realParts(a, b), c));
  v128.store(im, mul(imaginaryParts(a, b), c));
}

function putTurned(re: usize, im: usize, first: usize, second: usize, c: v128, s: v128): void {
  const a = v128.load(first);
  const b = v128.load(second);
  turn(re, im, realParts(a, b), imaginaryParts(a, b), c, s);
}

function turn(re: usize, im: usize, r: v128, i: v128, c: v128, s: v128): void {
  v128.store(re, sub(mul(r, c), mul(i, s)));
  v128.store(im, add(mul(i, c), mul(r, s)));
}

function putFour(
  re: usize,
  im: usize,
  second: usize,
  p: usize,
  q: usize,
  r: usize,
  s: usize,
  cc: v128,
  ss: v128,
  dd: v128,
  tt: v128,
  isReal: bool,
): void {
  const v0 = v128.load(p);
  const v1 = v128.load(q);
  const v2 = v128.load(r);
  const v3 = v128.load(s);
  const a01 = v128.shuffle<f64>(v0, v1, 0, 2);
  const a23 = v128.shuffle<f64>(v2, v3, 0, 2);
  const b01 = v128.shuffle<f64>(v0, v1, 1, 3);
  const b23 = v128.shuffle<f64>(v2, v3, 1, 3);
  const ra = realParts(a01, a23);
  const ia = imaginaryParts(a01, a23);
  const rb = realParts(b01, b23);
  const ib = imaginaryParts(b01, b23);
  if (isReal) {
    v128.store(re, mul(ra, cc));
    v128.store(im, mul(ia, cc));
    v128.store(re + second, mul(rb, dd));
    v128.store(im + second, mul(ib, dd));
  } else {
    turn(re, im, ra, ia, cc, ss);
    turn(re + second, im + second, rb, ib, dd, tt);
  }
}
