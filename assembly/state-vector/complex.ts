/** a·b + c, fused where the host has relaxed SIMD. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c);
  return f64x2.add(f64x2.mul(a, b), c);
}

/** c − a·b, fused where the host has relaxed SIMD. */
export function subtractProduct(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_nmadd(a, b, c);
  return f64x2.sub(c, f64x2.mul(a, b));
}

/** i·v for one amplitude: (re, im) becomes (−im, re). */
export function timesI(v: v128): v128 {
  return f64x2.mul(v128.shuffle<f64>(v, v, 1, 0), f64x2(-1, 1));
}

/** (c + i·s)·v for one amplitude, c and s in both lanes. */
export function timesPhase(v: v128, c: v128, s: v128): v128 {
  return multiplyAdd(timesI(v), s, f64x2.mul(v, c));
}
