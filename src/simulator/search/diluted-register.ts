import { attemptEach } from "./attempt-each.ts";
import { GroverPlane } from "./grover-plane.ts";
import { MarkedPositions, requireMarkedSet } from "./marked-positions.ts";
import type { MarkedSet } from "./marked-set.ts";
import { pickMarked, pickPosition } from "./pick-position.ts";
import { requireIterations, requirePhases } from "./require-iterations.ts";
import { rotateEach } from "./rotate-each.ts";
import type { SearchRegister } from "./search-register.ts";

/**
 * An index register with one ancilla that thins the marked states out, in its exact plane.
 *
 * The start state is Σ_x √(1/N)|x⟩(√share |1⟩ + √(1−share) |0⟩) and the phase is put on marked x with ancilla 1, so
 * sin²θ = share · t/N can be set to any smaller value. A measurement reports x and drops the ancilla; its unlikely
 * part, marked x with ancilla 0, therefore still reports a marked position.
 *
 * Errors: RangeError for a share outside (0, 1] or a bad marked set.
 *
 * Source: Brassard, Høyer, Mosca, Tapp, quant-ph/0005055, proof of theorem 4.
 */
export function dilutedRegister(marked: MarkedSet, share: number): SearchRegister {
  if (!(marked instanceof MarkedPositions)) requireMarkedSet("dilutedRegister", marked);
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(
      `dilutedRegister: expected a share in (0, 1], got ${share}; it is the probability of ancilla 1.`,
    );
  }
  const { size } = marked;
  const good = () => share * marked.positions.length;
  // Of the bad part, the probability of a marked position with ancilla 0.
  const spill = () => (size > good() ? ((1 - share) * marked.positions.length) / (size - good()) : 0);
  const planeOfSet = () => new GroverPlane(good(), size - good());
  let plane = planeOfSet();
  const markedProbability = () => {
    const probability = plane.goodProbability();
    return probability + (1 - probability) * spill();
  };
  return {
    size,
    fidelity: "subspace",
    reset() {
      plane = planeOfSet();
    },
    iterate(iterations) {
      requireIterations("dilutedRegister", iterations);
      plane.iterate(iterations);
    },
    rotate(alpha, beta) {
      requirePhases("dilutedRegister", alpha, beta);
      plane.rotate(alpha, beta);
    },
    rotateThrough: (sequence) => rotateEach(plane, sequence),
    markedProbability,
    measure: (random) => pickPosition(size, marked.positions, markedProbability(), random),
    attempt(iterations, random) {
      this.reset();
      this.iterate(iterations);
      return pickMarked(size, marked.positions, random.uniform() < markedProbability(), random);
    },
    attemptEach(ranges, random, maxIterations) {
      return attemptEach(this, ranges, random, maxIterations);
    },
  };
}
