/**
 * Tables of phases: for each pair of neighbouring amplitudes, the two real parts and then the two imaginary parts.
 *
 * A factor for each bit multiplies the entries where the bit is set, one for each pair of bits those where both are.
 * Tables are made of doubles; those of 32 bits are rounded at the end, in the first half of the same memory.
 */

/**
 * Writes Π c_p^{x_p} · Π c_pq^{x_p x_q} times a start for all x of so many bits.
 *
 * `spec` has for each bit, lowest first, the pair of doubles c_p, then the number of pairs with lower bits and 4 bytes
 * of nothing, then for each the lower bit, 4 bytes of nothing and c_pq. `temporary` holds half a table.
 */
export function buildTable(table: usize, temporary: usize, bits: i32, spec: usize, re: f64, im: f64): void {
  store<f64>(table, re);
  store<f64>(table, im, 16);
  for (let p = 0; p < bits; p++) {
    const c = load<f64>(spec);
    const s = load<f64>(spec, 8);
    const pairs = load<i32>(spec, 16);
    spec += 24;
    if (pairs === 0) {
      copyTimes(table, (<usize>1) << p, c, s);
      continue;
    }
    store<f64>(temporary, c);
    store<f64>(temporary, s, 16);
    let next = spec;
    let left = pairs;
    for (let q = 0; q < p; q++) {
      let fc: f64 = 1;
      let fs: f64 = 0;
      if (left > 0 && load<i32>(next) === q) {
        fc = load<f64>(next, 8);
        fs = load<f64>(next, 16);
        next += 24;
        left--;
      }
      copyTimes(temporary, (<usize>1) << q, fc, fs);
    }
    spec = next;
    copyProducts(table, temporary, (<usize>1) << p);
  }
  if (SINGLE) roundTable(table, (<usize>16) << bits);
}

function roundTable(table: usize, bytes: usize): void {
  let to = table;
  for (let at = table; at < table + bytes; at += 32, to += 16) {
    const c = f32x4.demote_f64x2_zero(v128.load(at));
    const s = f32x4.demote_f64x2_zero(v128.load(at, 16));
    v128.store(to, v128.shuffle<f64>(c, s, 0, 2));
  }
}

/** Writes the entries below `half`, times a phase, behind themselves. */
function copyTimes(table: usize, half: usize, c: f64, s: f64): void {
  if (half === 1) {
    const x = load<f64>(table);
    const y = load<f64>(table, 16);
    store<f64>(table, c * x - s * y, 8);
    store<f64>(table, c * y + s * x, 24);
    return;
  }
  const cc = f64x2.splat(c);
  const ss = f64x2.splat(s);
  const length = half << 4;
  for (let at = table; at < table + length; at += 32) {
    const x = v128.load(at);
    const y = v128.load(at, 16);
    v128.store(at + length, f64x2.sub(f64x2.mul(cc, x), f64x2.mul(ss, y)));
    v128.store(at + length, f64x2.add(f64x2.mul(cc, y), f64x2.mul(ss, x)), 16);
  }
}

/** Writes the entries below `half`, times those of another table, behind themselves. */
function copyProducts(table: usize, factors: usize, half: usize): void {
  if (half === 1) {
    copyTimes(table, 1, load<f64>(factors), load<f64>(factors, 16));
    return;
  }
  const length = half << 4;
  for (let at: usize = 0; at < length; at += 32) {
    const x = v128.load(table + at);
    const y = v128.load(table + at, 16);
    const c = v128.load(factors + at);
    const s = v128.load(factors + at, 16);
    v128.store(table + length + at, f64x2.sub(f64x2.mul(c, x), f64x2.mul(s, y)));
    v128.store(table + length + at, f64x2.add(f64x2.mul(c, y), f64x2.mul(s, x)), 16);
  }
}
