import { matrixMany, matrixOne, phaseWhere } from "./controlled";
import { FACTOR, multiplyByTable, multiplyByTableAndFactors } from "./diagonal";
import { gather, scatter } from "./move-tile";
import * as P from "./program";
import { rotateOne, rotateThree, rotateTwo } from "./rotate";

/** Bytes of a number of a plane, as a power of two. */
const SIZE: usize = SINGLE ? 2 : 3;

/** The phases that belong to all of the tile that is being worked on, and of a second one beside it. */
let tileRe: f64 = 1;
let tileIm: f64 = 0;
let secondRe: f64 = 1;
let secondIm: f64 = 0;

/** Runs a pass on the tiles, in 32 bits on the pairs of tiles, from `from` to before `to`, counted over the free outer bits. */
export function runTiles(pass: usize, from: u32, to: u32): void {
  const re = <usize>load<u32>(pass, P.RE);
  const im = <usize>load<u32>(pass, P.IM);
  const scratch = <usize>load<u32>(pass, P.SCRATCH);
  const rows = load<i32>(pass, P.ROWS);
  const memoryRows = <usize>load<u32>(pass, P.MEMORY_ROWS);
  const outer = load<u32>(pass, P.OUTER);
  const base = load<u32>(pass, P.OUTER_BASE);
  const places = load<u32>(pass, P.PLACE_BITS);
  const second = load<u32>(pass, P.SECOND);
  const apart = (<usize>second) << SIZE;
  let free = deposit(from, outer);
  for (let k = from; k < to; k++) {
    const tile = free | base;
    const offset = (<usize>(tile & places)) << SIZE;
    tileRe = load<f64>(pass, P.SCALE);
    tileIm = load<f64>(pass, P.SCALE_IM);
    if (SINGLE) {
      secondRe = tileRe;
      secondIm = tileIm;
    }
    gather(
      re + offset,
      im + offset,
      apart,
      scratch,
      rows,
      memoryRows,
      load<u32>(pass, P.GATHER_ROWS),
      load<u32>(pass, P.GATHER_LOW),
    );
    runSteps(pass, scratch, tile, tile | second);
    scatter(
      re + offset,
      im + offset,
      apart,
      scratch,
      rows,
      memoryRows,
      load<u32>(pass, P.SCATTER_ROWS),
      load<u32>(pass, P.SCATTER_LOW),
      tileRe,
      tileIm,
      secondRe,
      secondIm,
    );
    free = ((free | ~outer) + 1) & outer;
  }
}

/** The bits of a number, lowest first, at the places of a mask. */
function deposit(value: u32, mask: u32): u32 {
  let result: u32 = 0;
  while (mask !== 0) {
    const bit = mask & -mask;
    if (value & 1) result |= bit;
    value >>= 1;
    mask ^= bit;
  }
  return result;
}

/** Which of the tiles of a vector have some values of some outer bits: 1 for the first, 2 for the second. */
function tilesWhere(first: u32, second: u32, mask: u32, value: u32): i32 {
  const a = (first & mask) === value ? 1 : 0;
  if (!SINGLE) return a;
  return (second & mask) === value ? a | 2 : a;
}

function runSteps(pass: usize, scratch: usize, tile: u32, second: u32): void {
  const bits = load<i32>(pass, P.TILE_BITS);
  const factors = <usize>load<u32>(pass, P.FACTORS);
  const end = <usize>load<u32>(pass, P.STEPS_END);
  let step = <usize>load<u32>(pass, P.STEPS);
  while (step < end) {
    const code = load<i32>(step);
    if (code === P.ROTATE_3) rotateThree(scratch, step);
    else if (code === P.ROTATE_2) rotateTwo(scratch, step);
    else if (code === P.ROTATE_1) rotateOne(scratch, step);
    else if (code === P.DIAGONAL) applyDiagonal(scratch, step, tile, second, bits, factors);
    else {
      // Steps under controls, of which some are outside the tile: these are decided here.
      const tiles = tilesWhere(tile, second, load<u32>(step, 8), load<u32>(step, 12));
      if (tiles !== 0) applyWhere(scratch, step, code, tiles, factors);
    }
    step += load<u32>(step, 4);
  }
}

function applyWhere(scratch: usize, step: usize, code: i32, tiles: i32, factors: usize): void {
  const fixed = load<u32>(step, 16);
  const free = load<u32>(step, 20);
  const base = load<u32>(step, 24);
  if (code === P.PHASE) {
    const c = load<f64>(step, 32);
    const s = load<f64>(step, 40);
    // A phase where some bits have some values; for all of the tile if they are all outside.
    if (fixed === 15) turnTiles(tiles, c, s);
    else phaseWhere(scratch, fixed, free, base, c, s, tiles);
  } else if (code === P.MATRIX_1) {
    matrixOne(scratch, fixed, free, base, load<u32>(step, 28), step + 32, tiles);
  } else {
    matrixMany(
      scratch,
      fixed,
      free,
      base,
      load<i32>(step, 28),
      load<u32>(step, 32),
      load<u32>(step, 36),
      factors,
      tiles,
    );
  }
}

function turnTiles(tiles: i32, c: f64, s: f64): void {
  if (tiles & 1) {
    const re = tileRe;
    tileRe = c * re - s * tileIm;
    tileIm = c * tileIm + s * re;
  }
  if (SINGLE && tiles & 2) {
    const re = secondRe;
    secondRe = c * re - s * secondIm;
    secondIm = c * secondIm + s * re;
  }
}

/**
 * A quadratic form of phases: a table for the bits of the tile, or none, a factor for a bit of the tile where an outer
 * bit is set, and a phase of the tile where one or two outer bits are set.
 */
function applyDiagonal(scratch: usize, step: usize, tile: u32, second: u32, bits: i32, factors: usize): void {
  const table = <usize>load<u32>(step, 8);
  const crossing = load<i32>(step, 12);
  const outer = load<i32>(step, 16);
  let term = step + 24;
  let isTurned = false;
  if (crossing !== 0) {
    for (let at = factors; at < factors + <usize>bits * FACTOR; at += 16) {
      store<f64>(at, 1);
      store<f64>(at, 0, 8);
    }
  }
  for (let k = 0; k < crossing; k++) {
    const mask = load<u32>(term);
    const tiles = tilesWhere(tile, second, mask, mask);
    if (tiles !== 0) {
      isTurned = true;
      const at = factors + <usize>load<u32>(term, 4) * FACTOR;
      const c = load<f64>(term, 8);
      const s = load<f64>(term, 16);
      if (tiles & 1) turnFactor(at, c, s);
      if (SINGLE && tiles & 2) turnFactor(at + 16, c, s);
    }
    term += 24;
  }
  for (let k = 0; k < outer; k++) {
    const mask = load<u32>(term);
    turnTiles(tilesWhere(tile, second, mask, mask), load<f64>(term, 8), load<f64>(term, 16));
    term += 24;
  }
  if (isTurned) multiplyByTableAndFactors(scratch, table, (<usize>16) << bits, factors, bits);
  else if (table !== 0) multiplyByTable(scratch, table, (<usize>16) << bits);
}

function turnFactor(at: usize, c: f64, s: f64): void {
  const x = load<f64>(at);
  const y = load<f64>(at, 8);
  store<f64>(at, c * x - s * y);
  store<f64>(at, c * y + s * x, 8);
}
