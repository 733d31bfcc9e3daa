import { multiplyAdd, timesI, timesPhase } from "./complex";

/** Steps under controls: they touch only the amplitudes whose fixed bits have the values of `base`. */

/** Multiplies amplitudes by a phase. A record: fixed, free, base, c, s. */
export function phaseWhere(scratch: usize, fixed: usize, free: usize, base: usize, c: f64, s: f64): void {
  const cc = f64x2.splat(c);
  const ss = f64x2.splat(s);
  let rest: usize = 0;
  do {
    const at = scratch + base + rest;
    v128.store(at, timesPhase(v128.load(at), cc, ss));
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}

/** Applies a 2 × 2 matrix, row by row in pairs of doubles from `matrix` on. */
export function matrixOne(
  scratch: usize,
  fixed: usize,
  free: usize,
  base: usize,
  bit: usize,
  matrix: usize,
): void {
  const ar = v128.load64_splat(matrix);
  const ai = v128.load64_splat(matrix, 8);
  const br = v128.load64_splat(matrix, 16);
  const bi = v128.load64_splat(matrix, 24);
  const cr = v128.load64_splat(matrix, 32);
  const ci = v128.load64_splat(matrix, 40);
  const dr = v128.load64_splat(matrix, 48);
  const di = v128.load64_splat(matrix, 56);
  let rest: usize = 0;
  do {
    const at = scratch + base + rest;
    const x = v128.load(at);
    const y = v128.load(at + bit);
    const ix = timesI(x);
    const iy = timesI(y);
    v128.store(at, multiplyAdd(bi, iy, multiplyAdd(br, y, multiplyAdd(ai, ix, f64x2.mul(ar, x)))));
    v128.store(at + bit, multiplyAdd(di, iy, multiplyAdd(dr, y, multiplyAdd(ci, ix, f64x2.mul(cr, x)))));
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}

/**
 * Applies a matrix of `size` rows, in pairs of doubles row by row from `matrix` on, to amplitudes at `offsets`.
 *
 * `temporary` holds 32 bytes for each row.
 */
export function matrixMany(
  scratch: usize,
  fixed: usize,
  free: usize,
  base: usize,
  size: i32,
  offsets: usize,
  matrix: usize,
  temporary: usize,
): void {
  let rest: usize = 0;
  do {
    const at = scratch + base + rest;
    for (let k = 0; k < size; k++) {
      const x = v128.load(at + <usize>load<u32>(offsets + ((<usize>k) << 2)));
      v128.store(temporary + ((<usize>k) << 5), x);
      v128.store(temporary + ((<usize>k) << 5), timesI(x), 16);
    }
    let row = matrix;
    for (let r = 0; r < size; r++) {
      let sum = f64x2.splat(0);
      for (let k = 0; k < size; k++) {
        sum = multiplyAdd(v128.load64_splat(row), v128.load(temporary + ((<usize>k) << 5)), sum);
        sum = multiplyAdd(v128.load64_splat(row, 8), v128.load(temporary + ((<usize>k) << 5), 16), sum);
        row += 16;
      }
      v128.store(at + <usize>load<u32>(offsets + ((<usize>r) << 2)), sum);
    }
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
