/**
 * A long sequence of rotations, given by the unit phases of its angles in blocks.
 *
 * Blocks, because fixed-point searches run millions of rotations whose phases follow from each other without trigonometry.
 */
export interface RotationSequence {
  readonly rotations: number;
  /**
   * Writes cos α, sin α, cos β, sin β of rotations first, first + 1, … (counted from 1) into as many groups of four as fit.
   * Groups beyond the last rotation are left as they are.
   */
  fill(first: number, into: Float64Array): void;
  /** The closed law, where there is one: the probability of a marked state after the whole sequence, from |s⟩ with a marked share. */
  readonly success?: (markedShare: number) => number;
}

/** Rotations in a block. */
export const rotationBlock = 256;
