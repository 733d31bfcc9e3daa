import { copyTimes } from "./build-table";

/** Qubits of a tile, lowest first, whose outer factors are kept in the small table. */
const LOW_BITS = 5;

/** Multiplies a tile by a table of phases. */
export function multiplyByTable(scratch: usize, table: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 32) {
    const a = v128.load(scratch + at);
    const b = v128.load(scratch + at, 16);
    const c = v128.load(table + at);
    const s = v128.load(table + at, 16);
    const r = v128.shuffle<f64>(a, b, 0, 2);
    const i = v128.shuffle<f64>(a, b, 1, 3);
    const x = f64x2.sub(f64x2.mul(r, c), f64x2.mul(i, s));
    const y = f64x2.add(f64x2.mul(i, c), f64x2.mul(r, s));
    v128.store(scratch + at, v128.shuffle<f64>(x, y, 0, 2));
    v128.store(scratch + at, v128.shuffle<f64>(x, y, 1, 3), 16);
  }
}

/**
 * Multiplies a tile by a table and by a factor for each of its bits that is set.
 *
 * `factors` holds the pairs of doubles of the bits; two small tables behind them, for the lowest bits and for the
 * others, are made here.
 */
export function multiplyByTableAndFactors(
  scratch: usize,
  table: usize,
  bytes: usize,
  factors: usize,
  bits: i32,
): void {
  const low = factors + 512;
  store<f64>(low, 1);
  store<f64>(low, 0, 16);
  for (let p = 0; p < LOW_BITS; p++) {
    const factor = factors + ((<usize>p) << 4);
    copyTimes(low, (<usize>1) << p, load<f64>(factor), load<f64>(factor, 8));
  }
  const high = low + (16 << LOW_BITS);
  store<f64>(high, 1);
  store<f64>(high, 0, 16);
  for (let p = LOW_BITS; p < bits; p++) {
    const factor = factors + ((<usize>p) << 4);
    copyTimes(high, (<usize>1) << (p - LOW_BITS), load<f64>(factor), load<f64>(factor, 8));
  }
  const block: usize = 16 << LOW_BITS;
  for (let at: usize = 0, k: usize = 0; at < bytes; at += block, k++) {
    const entry = high + ((k >> 1) << 5) + ((k & 1) << 3);
    const hc = v128.load64_splat(entry);
    const hs = v128.load64_splat(entry, 16);
    for (let j: usize = 0; j < block; j += 32) {
      const lc = v128.load(low + j);
      const ls = v128.load(low + j, 16);
      const fc = f64x2.sub(f64x2.mul(lc, hc), f64x2.mul(ls, hs));
      const fs = f64x2.add(f64x2.mul(lc, hs), f64x2.mul(ls, hc));
      const tc = v128.load(table + at + j);
      const ts = v128.load(table + at + j, 16);
      const c = f64x2.sub(f64x2.mul(tc, fc), f64x2.mul(ts, fs));
      const s = f64x2.add(f64x2.mul(tc, fs), f64x2.mul(ts, fc));
      const a = v128.load(scratch + at + j);
      const b = v128.load(scratch + at + j, 16);
      const r = v128.shuffle<f64>(a, b, 0, 2);
      const i = v128.shuffle<f64>(a, b, 1, 3);
      const x = f64x2.sub(f64x2.mul(r, c), f64x2.mul(i, s));
      const y = f64x2.add(f64x2.mul(i, c), f64x2.mul(r, s));
      v128.store(scratch + at + j, v128.shuffle<f64>(x, y, 0, 2));
      v128.store(scratch + at + j, v128.shuffle<f64>(x, y, 1, 3), 16);
    }
  }
}
