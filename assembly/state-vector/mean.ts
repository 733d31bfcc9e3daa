import { add, splat } from "./lanes";

/** Amplitudes that are summed one after the other; longer sums are made of such, so that rounding stays small. */
const BLOCK: usize = 4096;

/** Bytes of a number of a plane, as a power of two. */
const SIZE: usize = SINGLE ? 2 : 3;

/** Writes the sum of a plane's numbers, a multiple of 16 of them, to an address, as a double. */
export function sumPlane(plane: usize, count: usize, target: usize): void {
  let total: f64 = 0;
  let lost: f64 = 0;
  const end = plane + (count << SIZE);
  for (let start = plane; start < end; ) {
    const stop = min(start + (BLOCK << SIZE), end);
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    for (; start < stop; start += 8 << SIZE) {
      a = f64x2.add(a, twoDoubles(start, 0));
      b = f64x2.add(b, twoDoubles(start, 1));
      c = f64x2.add(c, twoDoubles(start, 2));
      d = f64x2.add(d, twoDoubles(start, 3));
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

/** Two numbers of a plane, the k-th pair from an address on. */
function twoDoubles(address: usize, k: usize): v128 {
  if (SINGLE) return f64x2.promote_low_f32x4(v128.load64_zero(address + (k << 3)));
  return v128.load(address + (k << 4));
}

/** Adds a number to all numbers of a plane, a multiple of 16 of them. */
export function shiftPlane(plane: usize, count: usize, shift: f64): void {
  const s = splat(shift);
  const end = plane + (count << SIZE);
  for (let at = plane; at < end; at += 64) {
    v128.store(at, add(v128.load(at), s));
    v128.store(at, add(v128.load(at, 16), s), 16);
    v128.store(at, add(v128.load(at, 32), s), 32);
    v128.store(at, add(v128.load(at, 48), s), 48);
  }
}
