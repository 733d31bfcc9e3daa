import { instantiate } from "../../wasm/instantiate.ts";
import { blockRows } from "./absorb-block.ts";
import { tallRowsModule } from "./generated/tall-rows-module.ts";

/** What assembly/tall-rows.ts exports. */
interface TallRowsKernel {
  readonly memory: WebAssembly.Memory;
  base(): number;
  turn(rows: number, inverse: number, block: number, height: number, columns: number): void;
  absorb(factor: number, block: number, height: number, columns: number): void;
  score(
    block: number,
    scorer: number,
    ends: number,
    into: number,
    height: number,
    columns: number,
    rank: number,
  ): void;
}

/** Wider matrices are left to the plain loops: their factor leaves the cache, and nothing is gained. */
const MOST_COLUMNS = 256;

/** Fewer rows than these are not worth copying. */
const LEAST_ROWS = 64;

let kernel: TallRowsKernel | undefined;
let isTried = false;

/** Addresses of the parts in the memory of the kernel, for one number of columns. */
interface Layout {
  readonly rows: number;
  readonly block: number;
  readonly inverse: number;
  readonly square: number;
  readonly ends: number;
  readonly into: number;
}

/**
 * Overwrites a triangular factor with that of [R; rows], rows in units of 1/`inverse`: what absorbBlock does block by block, bit for
 * bit, about twice as fast. Gives false where the host has no SIMD kernel or the shape does not pay; nothing is done then.
 */
export function absorbRows(
  factor: Float64Array,
  values: Float64Array,
  length: number,
  columns: number,
  inverse: Float64Array,
): boolean {
  if (length < LEAST_ROWS || columns > MOST_COLUMNS || !isReady()) return false;
  const { memory, turn, absorb } = kernel!;
  const at = layoutOf(columns);
  const doubles = new Float64Array(memory.buffer);
  doubles.set(inverse, at.inverse / 8);
  doubles.set(factor, at.square / 8);
  for (let start = 0; start < length; start += blockRows) {
    const height = Math.min(blockRows, length - start);
    doubles.set(values.subarray(start * columns, (start + height) * columns), at.rows / 8);
    turn(at.rows, at.inverse, at.block, height, columns);
    absorb(at.square, at.block, height, columns);
  }
  factor.set(doubles.subarray(at.square / 8, at.square / 8 + columns * columns));
  return true;
}

/**
 * Scores consecutive rows, ‖scorer · a‖², into `into`: what FactoredRowSpace.scoreAt does row by row, bit for bit. Gives false, with
 * nothing done, where absorbRows does.
 */
export function scoreRows(
  values: Float64Array,
  columns: number,
  scorer: Float64Array,
  ends: Uint32Array,
  into: Float64Array,
): boolean {
  const rank = ends.length;
  if (into.length < LEAST_ROWS || columns > MOST_COLUMNS || rank === 0 || !isReady()) return false;
  const { memory, turn, score } = kernel!;
  const at = layoutOf(columns);
  const doubles = new Float64Array(memory.buffer);
  doubles.fill(1, at.inverse / 8, at.inverse / 8 + columns);
  doubles.set(scorer, at.square / 8);
  new Uint32Array(memory.buffer, at.ends, rank).set(ends);
  for (let start = 0; start < into.length; start += blockRows) {
    const height = Math.min(blockRows, into.length - start);
    doubles.set(values.subarray(start * columns, (start + height) * columns), at.rows / 8);
    turn(at.rows, at.inverse, at.block, height, columns);
    // Eight rows at a time: what lies beyond the last one is scored in vain.
    score(at.block, at.square, at.ends, at.into, (height + 7) & ~7, columns, rank);
    into.set(doubles.subarray(at.into / 8, at.into / 8 + height), start);
  }
  return true;
}

/** Makes the kernel when it is first needed. */
function isReady(): boolean {
  if (!isTried) {
    isTried = true;
    kernel = instantiate<TallRowsKernel>(tallRowsModule);
  }
  return kernel !== undefined;
}

/** Lays out the memory, and grows it where needed. */
function layoutOf(columns: number): Layout {
  const { memory, base } = kernel!;
  let end = (base() + 15) & ~15;
  const take = (bytes: number) => {
    const start = end;
    end += (bytes + 15) & ~15;
    return start;
  };
  const layout = {
    rows: take(8 * blockRows * columns),
    block: take(8 * blockRows * columns),
    inverse: take(8 * columns),
    square: take(8 * columns * columns),
    ends: take(4 * columns),
    into: take(8 * blockRows),
  };
  const missing = Math.ceil((end - memory.buffer.byteLength) / 2 ** 16);
  if (missing > 0) memory.grow(missing);
  return layout;
}
