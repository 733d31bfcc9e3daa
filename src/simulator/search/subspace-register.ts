import { GroverPlane } from "./grover-plane.ts";
import { MarkedPositions, requireMarkedSet } from "./marked-positions.ts";
import type { MarkedSet } from "./marked-set.ts";
import { pickMarked, pickPosition } from "./pick-position.ts";
import { requireIterations, requirePhases } from "./require-iterations.ts";
import { eachRotation } from "./rotate-each.ts";
import type { RotationSequence } from "./rotation-sequence.ts";
import type { SearchRegister } from "./search-register.ts";

/**
 * An index register kept as two complex numbers: the exact Grover plane.
 *
 * From the uniform superposition, Grover-type iterations never leave the plane of the normalised marked and the
 * normalised unmarked superposition, and inside either of them all positions stay equally likely. So the two
 * coefficients give every probability that the full vector gives, at O(1) an iteration and any size up to 2^53.
 *
 * The marked set is read when the register is made and at every reset.
 *
 * Errors: RangeError for a set that is not ascending or out of range.
 *
 * @example subspaceRegister({ size: 4, positions: Float64Array.of(2) }) // one iteration, and 2 is certain
 */
export function subspaceRegister(marked: MarkedSet): SearchRegister {
  if (!(marked instanceof MarkedPositions)) requireMarkedSet("subspaceRegister", marked);
  const { size } = marked;
  let count = marked.positions.length;
  let plane = new GroverPlane(count, size - count);
  let isStart = true;
  /** A sequence with a closed law, applied to the start: its rotations are only carried out when more follows. */
  let pending: RotationSequence | undefined;
  const followExclusions = () => {
    if (marked.positions.length === count) return;
    count = marked.positions.length;
    plane = new GroverPlane(count, size - count);
    isStart = true;
    pending = undefined;
  };
  const carryOut = (sequence: RotationSequence) =>
    eachRotation(sequence, (cosAlpha, sinAlpha, cosBeta, sinBeta) =>
      plane.rotateByUnits(cosAlpha, sinAlpha, cosBeta, sinBeta),
    );
  const settle = () => {
    if (pending !== undefined) carryOut(pending);
    pending = undefined;
    isStart = false;
  };
  const markedProbability = () => pending?.success?.(count / size) ?? plane.goodProbability();
  return {
    size,
    fidelity: "subspace",
    reset() {
      followExclusions();
      plane.reset();
      isStart = true;
      pending = undefined;
    },
    iterate(iterations) {
      requireIterations("subspaceRegister", iterations);
      settle();
      plane.iterate(iterations);
    },
    rotate(alpha, beta) {
      requirePhases("subspaceRegister", alpha, beta);
      settle();
      plane.rotate(alpha, beta);
    },
    rotateThrough(sequence) {
      // With nothing or everything marked only a global phase is left, and millions of phases need not be evaluated.
      if (plane.isTrivial) return;
      if (isStart && sequence.success !== undefined) {
        pending = sequence;
        isStart = false;
      } else {
        settle();
        carryOut(sequence);
      }
    },
    markedProbability,
    measure: (random) => pickPosition(size, marked.positions, markedProbability(), random),
    attempt(iterations, random) {
      requireIterations("subspaceRegister", iterations);
      followExclusions();
      return pickMarked(size, marked.positions, plane.isGoodAfter(iterations, random.uniform()), random);
    },
    attemptEach(ranges, random, maxIterations = Number.POSITIVE_INFINITY) {
      followExclusions();
      let iterations = 0;
      let checks = 0;
      // The attempts of a large search are millions, so here they are numbers only.
      for (const range of ranges) {
        const drawn = random.integer(range);
        if (iterations + drawn > maxIterations) break;
        iterations += drawn;
        checks++;
        const isGood = plane.isGoodAfter(drawn, random.uniform());
        if (!isGood && count < size) continue;
        const position = pickMarked(size, marked.positions, isGood, random);
        if (position !== null) return { position, iterations, checks };
      }
      return { position: null, iterations, checks };
    },
  };
}
