import { matrixMany, matrixOne, phaseWhere } from "./controlled";
import { multiplyByTable, multiplyByTableAndFactors } from "./diagonal";
import { gather, scatter } from "./move-tile";
import * as P from "./program";
import { rotateOne, rotateThree, rotateTwo } from "./rotate";

/** The phase that belongs to all of the tile that is being worked on. */
let tileRe: f64 = 1;
let tileIm: f64 = 0;

/** Runs a pass on the tiles from `from` to before `to`, counted over the free outer bits. */
export function runTiles(pass: usize, from: u32, to: u32): void {
  const re = <usize>load<u32>(pass, P.RE);
  const im = <usize>load<u32>(pass, P.IM);
  const scratch = <usize>load<u32>(pass, P.SCRATCH);
  const rows = load<i32>(pass, P.ROWS);
  const memoryRows = <usize>load<u32>(pass, P.MEMORY_ROWS);
  const outer = load<u32>(pass, P.OUTER);
  const base = load<u32>(pass, P.OUTER_BASE);
  let free = deposit(from, outer);
  for (let k = from; k < to; k++) {
    const tile = free | base;
    const offset = (<usize>tile) << 3;
    tileRe = load<f64>(pass, P.SCALE);
    tileIm = load<f64>(pass, P.SCALE_IM);
    gather(
      re + offset,
      im + offset,
      scratch,
      rows,
      memoryRows,
      load<u32>(pass, P.GATHER_ROWS),
      load<u32>(pass, P.GATHER_LOW),
    );
    runSteps(pass, scratch, tile);
    scatter(
      re + offset,
      im + offset,
      scratch,
      rows,
      memoryRows,
      load<u32>(pass, P.SCATTER_ROWS),
      load<u32>(pass, P.SCATTER_LOW),
      tileRe,
      tileIm,
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

function runSteps(pass: usize, scratch: usize, tile: u32): void {
  const bits = load<i32>(pass, P.TILE_BITS);
  const factors = <usize>load<u32>(pass, P.FACTORS);
  const end = <usize>load<u32>(pass, P.STEPS_END);
  let step = <usize>load<u32>(pass, P.STEPS);
  while (step < end) {
    const code = load<i32>(step);
    if (code === P.ROTATE_3) rotateThree(scratch, step);
    else if (code === P.ROTATE_2) rotateTwo(scratch, step);
    else if (code === P.ROTATE_1) rotateOne(scratch, step);
    else if (code === P.DIAGONAL) applyDiagonal(scratch, step, tile, bits, factors);
    else if ((tile & load<u32>(step, 8)) === load<u32>(step, 12)) {
      // Steps under controls, of which some are outside the tile: these are decided here.
      if (code === P.PHASE) applyPhase(scratch, step);
      else if (code === P.MATRIX_1) {
        matrixOne(
          scratch,
          load<u32>(step, 16),
          load<u32>(step, 20),
          load<u32>(step, 24),
          load<u32>(step, 28),
          step + 32,
        );
      } else {
        matrixMany(
          scratch,
          load<u32>(step, 16),
          load<u32>(step, 20),
          load<u32>(step, 24),
          load<i32>(step, 28),
          load<u32>(step, 32),
          load<u32>(step, 36),
          factors,
        );
      }
    }
    step += load<u32>(step, 4);
  }
}

/** A phase where some bits have some values; for all of the tile if they are all outside. */
function applyPhase(scratch: usize, step: usize): void {
  const c = load<f64>(step, 32);
  const s = load<f64>(step, 40);
  const fixed = load<u32>(step, 16);
  if (fixed === 15) turnTile(c, s);
  else phaseWhere(scratch, fixed, load<u32>(step, 20), load<u32>(step, 24), c, s);
}

function turnTile(c: f64, s: f64): void {
  const re = tileRe;
  tileRe = c * re - s * tileIm;
  tileIm = c * tileIm + s * re;
}

/**
 * A quadratic form of phases: a table for the bits of the tile, or none, a factor for a bit of the tile where an outer
 * bit is set, and a phase of the tile where one or two outer bits are set.
 */
function applyDiagonal(scratch: usize, step: usize, tile: u32, bits: i32, factors: usize): void {
  const table = <usize>load<u32>(step, 8);
  const crossing = load<i32>(step, 12);
  const outer = load<i32>(step, 16);
  let term = step + 24;
  let isTurned = false;
  if (crossing !== 0) {
    for (let p = 0; p < bits; p++) {
      store<f64>(factors + ((<usize>p) << 4), 1);
      store<f64>(factors + ((<usize>p) << 4), 0, 8);
    }
  }
  for (let k = 0; k < crossing; k++) {
    if (tile & load<u32>(term)) {
      isTurned = true;
      const at = factors + ((<usize>load<u32>(term, 4)) << 4);
      const c = load<f64>(term, 8);
      const s = load<f64>(term, 16);
      const x = load<f64>(at);
      const y = load<f64>(at, 8);
      store<f64>(at, c * x - s * y);
      store<f64>(at, c * y + s * x, 8);
    }
    term += 24;
  }
  for (let k = 0; k < outer; k++) {
    const mask = load<u32>(term);
    if ((tile & mask) === mask) turnTile(load<f64>(term, 8), load<f64>(term, 16));
    term += 24;
  }
  if (isTurned) multiplyByTableAndFactors(scratch, table, (<usize>16) << bits, factors, bits);
  else if (table !== 0) multiplyByTable(scratch, table, (<usize>16) << bits);
}
