/**
 * The two tall passes of a QR in row blocks: absorbing a block of rows into a triangular factor, and scoring rows.
 *
 * The same sums in the same order as absorbBlock and FactoredRowSpace of src/matrix/algebra, so that the results are the same
 * bit for bit: two lanes take the even and the odd places of a sum, or two rows. What is gained comes from several columns at a
 * time, whose sums do not wait for each other.
 *
 * Addresses are given by the caller; matrices of doubles. Column k of a block begins at block + k · stride.
 */

/** Bytes from one column of a block to the next: 128 rows. */
const stride: usize = 1024;

/** The first address after the data of this module. */
export function base(): usize {
  return __heap_base;
}

/** Turns rows one after the other into columns of a block, each times its factor of `inverse`. */
export function turn(rows: usize, inverse: usize, block: usize, height: i32, columns: i32): void {
  let at = rows;
  for (let i = 0; i < height; i++) {
    let to = block + ((<usize>i) << 3);
    for (let k = 0; k < columns; k++) {
      store<f64>(to, load<f64>(at) * load<f64>(inverse + ((<usize>k) << 3)));
      at += 8;
      to += stride;
    }
  }
}

/** Squares below this are rounding dust next to the column maximum of 1, and their reciprocal would overflow. */
const negligible: f64 = 1e-280;

/** Overwrites the triangular factor R with that of [R; block]; see absorbBlock. */
export function absorb(factor: usize, block: usize, height: i32, columns: i32): void {
  const even = (<usize>(height & ~1)) << 3;
  const isOdd = (height & 1) !== 0;
  for (let k = 0; k < columns; k++) {
    const x = block + <usize>k * stride;
    let square: f64 = 0;
    for (let i: usize = 0, end = (<usize>height) << 3; i < end; i += 8) {
      const value = load<f64>(x + i);
      square += value * value;
    }
    if (square < negligible) continue;
    const diagonal = factor + ((<usize>(k * columns + k)) << 3);
    const corner = load<f64>(diagonal);
    const norm = Math.sqrt(corner * corner + square);
    const head = corner < 0 ? corner - norm : corner + norm;
    const f: f64 = 1.0 / (norm * (norm + Math.abs(corner)));
    store<f64>(diagonal, corner < 0 ? norm : -norm);
    let j = k + 1;
    for (; j + 3 < columns; j += 4) {
      const y0 = block + <usize>j * stride;
      const y1 = y0 + stride;
      const y2 = y1 + stride;
      const y3 = y2 + stride;
      let s0 = f64x2.splat(0);
      let s1 = f64x2.splat(0);
      let s2 = f64x2.splat(0);
      let s3 = f64x2.splat(0);
      for (let i: usize = 0; i < even; i += 16) {
        const v = v128.load(x + i);
        s0 = f64x2.add(s0, f64x2.mul(v, v128.load(y0 + i)));
        s1 = f64x2.add(s1, f64x2.mul(v, v128.load(y1 + i)));
        s2 = f64x2.add(s2, f64x2.mul(v, v128.load(y2 + i)));
        s3 = f64x2.add(s3, f64x2.mul(v, v128.load(y3 + i)));
      }
      const r = diagonal + ((<usize>(j - k)) << 3);
      const w0 = reflect(r, s0, x, y0, even, isOdd, head, f);
      const w1 = reflect(r + 8, s1, x, y1, even, isOdd, head, f);
      const w2 = reflect(r + 16, s2, x, y2, even, isOdd, head, f);
      const w3 = reflect(r + 24, s3, x, y3, even, isOdd, head, f);
      const v0 = f64x2.splat(w0);
      const v1 = f64x2.splat(w1);
      const v2 = f64x2.splat(w2);
      const v3 = f64x2.splat(w3);
      for (let i: usize = 0; i < even; i += 16) {
        const v = v128.load(x + i);
        v128.store(y0 + i, f64x2.sub(v128.load(y0 + i), f64x2.mul(v0, v)));
        v128.store(y1 + i, f64x2.sub(v128.load(y1 + i), f64x2.mul(v1, v)));
        v128.store(y2 + i, f64x2.sub(v128.load(y2 + i), f64x2.mul(v2, v)));
        v128.store(y3 + i, f64x2.sub(v128.load(y3 + i), f64x2.mul(v3, v)));
      }
      if (isOdd) {
        const last = load<f64>(x + even);
        store<f64>(y0 + even, load<f64>(y0 + even) - w0 * last);
        store<f64>(y1 + even, load<f64>(y1 + even) - w1 * last);
        store<f64>(y2 + even, load<f64>(y2 + even) - w2 * last);
        store<f64>(y3 + even, load<f64>(y3 + even) - w3 * last);
      }
    }
    for (; j < columns; j++) {
      const y = block + <usize>j * stride;
      let s = f64x2.splat(0);
      for (let i: usize = 0; i < even; i += 16) {
        s = f64x2.add(s, f64x2.mul(v128.load(x + i), v128.load(y + i)));
      }
      const w = reflect(diagonal + ((<usize>(j - k)) << 3), s, x, y, even, isOdd, head, f);
      const v = f64x2.splat(w);
      for (let i: usize = 0; i < even; i += 16) {
        v128.store(y + i, f64x2.sub(v128.load(y + i), f64x2.mul(v, v128.load(x + i))));
      }
      if (isOdd) store<f64>(y + even, load<f64>(y + even) - w * load<f64>(x + even));
    }
  }
}

/** The multiple w of the reflection for one column; updates its entry of R. */
function reflect(r: usize, sums: v128, x: usize, y: usize, even: usize, isOdd: bool, head: f64, f: f64): f64 {
  let first = f64x2.extract_lane(sums, 0);
  if (isOdd) first += load<f64>(x + even) * load<f64>(y + even);
  const entry = load<f64>(r);
  const w = f * (head * entry + first + f64x2.extract_lane(sums, 1));
  store<f64>(r, entry - w * head);
  return w;
}

/**
 * Scores the rows of a block, a multiple of 8 of them: ‖scorer · a‖², two rows of the scorer at a time up to `ends`; see
 * FactoredRowSpace.scoreAt.
 */
export function score(
  block: usize,
  scorer: usize,
  ends: usize,
  into: usize,
  height: i32,
  columns: i32,
  rank: i32,
): void {
  const width = (<usize>columns) << 3;
  for (let i: usize = 0, stop = (<usize>height) << 3; i < stop; i += 64) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    let t = 0;
    for (; t + 1 < rank; t += 2) {
      let s = scorer + <usize>t * width;
      const end = load<u32>(ends + ((<usize>(t + 1)) << 2));
      let a0 = f64x2.splat(0);
      let b0 = f64x2.splat(0);
      let c0 = f64x2.splat(0);
      let d0 = f64x2.splat(0);
      let a1 = f64x2.splat(0);
      let b1 = f64x2.splat(0);
      let c1 = f64x2.splat(0);
      let d1 = f64x2.splat(0);
      let from = block + i;
      for (let k: u32 = 0; k < end; k++) {
        const upper = v128.load64_splat(s);
        const lower = v128.load64_splat(s + width);
        const va = v128.load(from);
        const vb = v128.load(from, 16);
        const vc = v128.load(from, 32);
        const vd = v128.load(from, 48);
        a0 = f64x2.add(a0, f64x2.mul(upper, va));
        b0 = f64x2.add(b0, f64x2.mul(upper, vb));
        c0 = f64x2.add(c0, f64x2.mul(upper, vc));
        d0 = f64x2.add(d0, f64x2.mul(upper, vd));
        a1 = f64x2.add(a1, f64x2.mul(lower, va));
        b1 = f64x2.add(b1, f64x2.mul(lower, vb));
        c1 = f64x2.add(c1, f64x2.mul(lower, vc));
        d1 = f64x2.add(d1, f64x2.mul(lower, vd));
        s += 8;
        from += stride;
      }
      a = f64x2.add(a, f64x2.add(f64x2.mul(a0, a0), f64x2.mul(a1, a1)));
      b = f64x2.add(b, f64x2.add(f64x2.mul(b0, b0), f64x2.mul(b1, b1)));
      c = f64x2.add(c, f64x2.add(f64x2.mul(c0, c0), f64x2.mul(c1, c1)));
      d = f64x2.add(d, f64x2.add(f64x2.mul(d0, d0), f64x2.mul(d1, d1)));
    }
    if (t < rank) {
      let s = scorer + <usize>t * width;
      let a0 = f64x2.splat(0);
      let b0 = f64x2.splat(0);
      let c0 = f64x2.splat(0);
      let d0 = f64x2.splat(0);
      let from = block + i;
      for (let k = 0; k < columns; k++) {
        const weight = v128.load64_splat(s);
        a0 = f64x2.add(a0, f64x2.mul(weight, v128.load(from)));
        b0 = f64x2.add(b0, f64x2.mul(weight, v128.load(from, 16)));
        c0 = f64x2.add(c0, f64x2.mul(weight, v128.load(from, 32)));
        d0 = f64x2.add(d0, f64x2.mul(weight, v128.load(from, 48)));
        s += 8;
        from += stride;
      }
      a = f64x2.add(a, f64x2.mul(a0, a0));
      b = f64x2.add(b, f64x2.mul(b0, b0));
      c = f64x2.add(c, f64x2.mul(c0, c0));
      d = f64x2.add(d, f64x2.mul(d0, d0));
    }
    v128.store(into + i, a);
    v128.store(into + i, b, 16);
    v128.store(into + i, c, 32);
    v128.store(into + i, d, 48);
  }
}
