import { type RotationSequence, rotationBlock } from "./rotation-sequence.ts";
import type { SearchRegister } from "./search-register.ts";

/** The plain meaning of SearchRegister.rotateThrough: one rotation after the other. */
export function rotateEach(register: Pick<SearchRegister, "rotate">, sequence: RotationSequence): void {
  eachRotation(sequence, (cosAlpha, sinAlpha, cosBeta, sinBeta) =>
    register.rotate(Math.atan2(sinAlpha, cosAlpha), Math.atan2(sinBeta, cosBeta)),
  );
}

/** Calls back with the unit phases of each rotation of a sequence, in order. */
export function eachRotation(
  sequence: RotationSequence,
  visit: (cosAlpha: number, sinAlpha: number, cosBeta: number, sinBeta: number) => void,
): void {
  const block = new Float64Array(4 * rotationBlock);
  for (let first = 1; first <= sequence.rotations; first += rotationBlock) {
    sequence.fill(first, block);
    const count = Math.min(rotationBlock, sequence.rotations - first + 1);
    for (let k = 0; k < 4 * count; k += 4) visit(block[k], block[k + 1], block[k + 2], block[k + 3]);
  }
}
