/**
 * Where things stand in the words of a pass and of its steps; src/simulator/compiled/encode-pass.ts writes them.
 *
 * All offsets are in bytes. A step is a record: its code, its length in bytes, then what it needs.
 */

/** The head of a pass. */
export const RE: usize = 0;
export const IM: usize = 4;
export const SCRATCH: usize = 8;
export const ROWS: usize = 12;
export const MEMORY_ROWS: usize = 16;
export const GATHER_ROWS: usize = 20;
export const GATHER_LOW: usize = 24;
export const SCATTER_ROWS: usize = 28;
export const SCATTER_LOW: usize = 32;
export const OUTER: usize = 36;
export const STEPS: usize = 40;
export const STEPS_END: usize = 44;
export const FACTORS: usize = 48;
export const TILE_BITS: usize = 52;
export const OUTER_BASE: usize = 56;
/** The bits of the number of an amplitude that its place follows from; the others say which window of a state this is. */
export const PLACE_BITS: usize = 60;
export const SCALE: usize = 64;
export const SCALE_IM: usize = 72;
/** The bit of amplitude numbers that is 0 in the first tile of a vector and 1 in the second; 0 in 64 bits. */
export const SECOND: usize = 80;

/** The kinds of steps. */
export const ROTATE_1: i32 = 1;
export const ROTATE_2: i32 = 2;
export const ROTATE_3: i32 = 3;
export const DIAGONAL: i32 = 4;
export const PHASE: i32 = 5;
export const MATRIX_1: i32 = 6;
export const MATRIX: i32 = 7;
