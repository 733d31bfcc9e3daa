import { choose, loadSplat, maskOf, mul, multiplyAdd, splat, splatWhere, timesI, timesPhase } from "./lanes";

/**
 * Steps under controls: they touch only the amplitudes whose fixed bits have the values of `base`, and of vectors that
 * hold two tiles only the `tiles` that the controls outside allow (1 the first, 2 the second).
 */

/** Multiplies amplitudes by a phase. A record: fixed, free, base, c, s. */
export function phaseWhere(
  scratch: usize,
  fixed: usize,
  free: usize,
  base: usize,
  c: f64,
  s: f64,
  tiles: i32,
): void {
  const cc = splatWhere(tiles, c, 1);
  const ss = splatWhere(tiles, s, 0);
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
  tiles: i32,
): void {
  const mask = maskOf(tiles);
  const ar = loadSplat(matrix);
  const ai = loadSplat(matrix + 8);
  const br = loadSplat(matrix + 16);
  const bi = loadSplat(matrix + 24);
  const cr = loadSplat(matrix + 32);
  const ci = loadSplat(matrix + 40);
  const dr = loadSplat(matrix + 48);
  const di = loadSplat(matrix + 56);
  let rest: usize = 0;
  do {
    const at = scratch + base + rest;
    const x = v128.load(at);
    const y = v128.load(at + bit);
    const ix = timesI(x);
    const iy = timesI(y);
    const first = multiplyAdd(bi, iy, multiplyAdd(br, y, multiplyAdd(ai, ix, mul(ar, x))));
    const second = multiplyAdd(di, iy, multiplyAdd(dr, y, multiplyAdd(ci, ix, mul(cr, x))));
    v128.store(at, choose(first, x, mask));
    v128.store(at + bit, choose(second, y, mask));
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
  tiles: i32,
): void {
  const mask = maskOf(tiles);
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
      let sum = splat(0);
      for (let k = 0; k < size; k++) {
        sum = multiplyAdd(loadSplat(row), v128.load(temporary + ((<usize>k) << 5)), sum);
        sum = multiplyAdd(loadSplat(row + 8), v128.load(temporary + ((<usize>k) << 5), 16), sum);
        row += 16;
      }
      const before = v128.load(temporary + ((<usize>r) << 5));
      v128.store(at + <usize>load<u32>(offsets + ((<usize>r) << 2)), choose(sum, before, mask));
    }
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
}
