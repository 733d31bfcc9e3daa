/** Amplitudes that are summed one after the other; longer sums are made of such, so that rounding stays small. */
const BLOCK: usize = 4096;

/** Writes the sum of a plane's doubles, a multiple of 16 of them, to an address. */
export function sumPlane(plane: usize, count: usize, target: usize): void {
  let total: f64 = 0;
  let lost: f64 = 0;
  const end = plane + (count << 3);
  for (let start = plane; start < end; ) {
    const stop = min(start + (BLOCK << 3), end);
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    for (; start < stop; start += 64) {
      a = f64x2.add(a, v128.load(start));
      b = f64x2.add(b, v128.load(start, 16));
      c = f64x2.add(c, v128.load(start, 32));
      d = f64x2.add(d, v128.load(start, 48));
    }
    const sum = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
    const part = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
    // What is lost when a small part is added to a large total is kept apart.
    const next = total + part;
    lost += abs(total) >= abs(part) ? total - next + part : part - next + total;
    total = next;
  }
  store<f64>(target, total + lost);
}

/** Adds a number to all doubles of a plane, a multiple of 16 of them. */
export function shiftPlane(plane: usize, count: usize, shift: f64): void {
  const s = f64x2.splat(shift);
  const end = plane + (count << 3);
  for (let at = plane; at < end; at += 64) {
    v128.store(at, f64x2.add(v128.load(at), s));
    v128.store(at, f64x2.add(v128.load(at, 16), s), 16);
    v128.store(at, f64x2.add(v128.load(at, 32), s), 32);
    v128.store(at, f64x2.add(v128.load(at, 48), s), 48);
  }
}
