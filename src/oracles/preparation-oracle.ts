import type { RandomStream } from "../random/random-stream.ts";

/** What a measurement of a prepared state shows. */
export interface PreparedOutcome {
  /** The flag: whether the state collapsed to its good part. Needs no check, it is measured. */
  readonly success: boolean;
  /** The index that is seen beside the flag. */
  readonly index: number;
}

/** A prepared state under amplitude amplification. */
export interface PreparedRegister {
  /** Prepares 𝒜|0⟩ anew. Bills one use of 𝒜. */
  reset(): void;
  /** Applies Q = −𝒜 S₀ 𝒜⁻¹ S_good `rounds` times. Each round bills one use of 𝒜⁻¹ and one of 𝒜. */
  amplify(rounds: number): void;
  /** The probability that a measurement now succeeds. */
  successProbability(): number;
  /** Measures flag and index. The register must be reset before it is used again. */
  measure(random: RandomStream): PreparedOutcome;
}

/**
 * A unitary 𝒜 that prepares a state with a good and a bad part from |0⟩, to be amplified or estimated.
 *
 * Everything that it hands out bills the ledger by being used.
 */
export interface PreparationOracle {
  /** Applies 𝒜 to |0⟩. Bills one use of 𝒜. */
  prepare(): PreparedRegister;
  /**
   * Phase estimation of Q with M points: the outcome y, of which sin²(πy/M) estimates the success probability.
   * Bills one use of 𝒜 and M − 1 controlled rounds.
   */
  estimatePhase(points: number, random: RandomStream): number;
  /**
   * The success probability of 𝒜|0⟩. The simulator knows it; an algorithm may use it only as a promise that it names.
   */
  promisedSuccess(): number;
}
