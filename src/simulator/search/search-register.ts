import type { RandomStream } from "../../random/random-stream.ts";
import type { RotationSequence } from "./rotation-sequence.ts";
import type { SearchResult } from "./search-result.ts";

/** How faithfully a search register is simulated; all three give the same probabilities. */
export type Fidelity = "gate" | "amplitude" | "subspace";

/**
 * An index register of `size` basis states that Grover-type iterations act on.
 *
 * Measuring follows one protocol at every fidelity, so that one random stream gives the same outcomes: one uniform
 * number decides between a marked and an unmarked state (marked first), a second one picks the state by its rank
 * (ascending position) inside its group.
 */
export interface SearchRegister {
  readonly size: number;
  readonly fidelity: Fidelity;
  /** Back to the uniform superposition |s⟩. */
  reset(): void;
  /** Applies G = (2|s⟩⟨s| − 1)·(phase −1 on marked states) `iterations` times. */
  iterate(iterations: number): void;
  /** Applies −(1 − (1 − e^{−iα})|s⟩⟨s|)·(phase e^{iβ} on marked states) once: the iterate of fixed-point and exact search. */
  rotate(alpha: number, beta: number): void;
  /**
   * Applies all rotations of a sequence. A register may skip what is the identity up to a global phase, and one that is the
   * exact plane may use the closed law of a sequence.
   */
  rotateThrough(sequence: RotationSequence): void;
  /** The probability that a measurement now gives a marked state. */
  markedProbability(): number;
  /** Measures all qubits: the position that is seen. The register must be reset before it is used again. */
  measure(random: RandomStream): number;
  /**
   * Resets, iterates and measures, but names the position only when it is marked; null stands for any unmarked one. The
   * first number of the protocol decides, the second is drawn only for a marked state. For searches that drop misses.
   */
  attempt(iterations: number, random: RandomStream): number | null;
  /**
   * Attempts with a number of iterations drawn uniformly below each range in turn, until one finds a marked state. It ends
   * before an attempt that would take more than `maxIterations` in all. What attemptEach does, as fast as the register can.
   */
  attemptEach(ranges: readonly number[], random: RandomStream, maxIterations?: number): SearchResult;
}
