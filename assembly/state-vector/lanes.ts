/**
 * Vectors of 128 bits: one amplitude (re, im) of 64-bit numbers, or in 32 bits the same amplitude of two tiles,
 * (re, im) of the first and (re, im) of the second. What is written for one holds for the other.
 */

/** A number in every place. */
export function splat(x: f64): v128 {
  if (SINGLE) return f32x4.splat(<f32>x);
  return f64x2.splat(x);
}

/** The number at an address, a double in any case, in every place. */
export function loadSplat(address: usize): v128 {
  if (SINGLE) return f32x4.splat(<f32>load<f64>(address));
  return v128.load64_splat(address);
}

/** A number in the places of some tiles (1 the first, 2 the second), another one in the places of the other. */
export function splatWhere(tiles: i32, x: f64, other: f64): v128 {
  if (SINGLE) {
    const a = <f32>(tiles & 1 ? x : other);
    const b = <f32>(tiles & 2 ? x : other);
    return f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(a), 2, b), 3, b);
  }
  return f64x2.splat(x);
}

/** What is kept of a step on some tiles only: all bits in the places of these. */
export function maskOf(tiles: i32): v128 {
  const a = tiles & 1 ? -1 : 0;
  const b = tiles & 2 ? -1 : 0;
  return i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(a), 2, b), 3, b);
}

/** The new values where a mask is set, the old ones elsewhere. */
export function choose(now: v128, before: v128, mask: v128): v128 {
  if (SINGLE) return v128.bitselect(now, before, mask);
  return now;
}

export function add(a: v128, b: v128): v128 {
  if (SINGLE) return f32x4.add(a, b);
  return f64x2.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  if (SINGLE) return f32x4.sub(a, b);
  return f64x2.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  if (SINGLE) return f32x4.mul(a, b);
  return f64x2.mul(a, b);
}

/** a·b + c, fused where the host has relaxed SIMD. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (SINGLE) {
    if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
    return f32x4.add(f32x4.mul(a, b), c);
  }
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c);
  return f64x2.add(f64x2.mul(a, b), c);
}

/** c − a·b, fused where the host has relaxed SIMD. */
export function subtractProduct(a: v128, b: v128, c: v128): v128 {
  if (SINGLE) {
    if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
    return f32x4.sub(c, f32x4.mul(a, b));
  }
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_nmadd(a, b, c);
  return f64x2.sub(c, f64x2.mul(a, b));
}

/** i·v for amplitudes: (re, im) becomes (−im, re). */
export function timesI(v: v128): v128 {
  if (SINGLE) return f32x4.mul(v128.shuffle<f32>(v, v, 1, 0, 3, 2), f32x4(-1, 1, -1, 1));
  return f64x2.mul(v128.shuffle<f64>(v, v, 1, 0), f64x2(-1, 1));
}

/** (c + i·s)·v for amplitudes, c and s in both places of each. */
export function timesPhase(v: v128, c: v128, s: v128): v128 {
  return multiplyAdd(timesI(v), s, mul(v, c));
}

/** The real parts of two vectors of amplitudes, those of the first one first in 64 bits and in 32. */
export function realParts(a: v128, b: v128): v128 {
  if (SINGLE) return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
  return v128.shuffle<f64>(a, b, 0, 2);
}

/** The imaginary parts, alike. */
export function imaginaryParts(a: v128, b: v128): v128 {
  if (SINGLE) return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
  return v128.shuffle<f64>(a, b, 1, 3);
}

/** The first vector of amplitudes whose real and imaginary parts these are. */
export function firstOf(re: v128, im: v128): v128 {
  if (SINGLE) return v128.shuffle<f32>(re, im, 0, 4, 1, 5);
  return v128.shuffle<f64>(re, im, 0, 2);
}

/** The second one. */
export function secondOf(re: v128, im: v128): v128 {
  if (SINGLE) return v128.shuffle<f32>(re, im, 2, 6, 3, 7);
  return v128.shuffle<f64>(re, im, 1, 3);
}
