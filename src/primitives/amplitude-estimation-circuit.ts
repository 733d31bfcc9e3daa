import type { Circuit } from "../circuit/circuit.ts";
import { amplificationRound } from "../circuit/synthesis/amplification-round.ts";
import { type PhaseEstimationCircuit, phaseEstimationCircuit } from "./phase-estimation-circuit.ts";

/** What is estimated and how finely. */
export interface AmplitudeEstimationOptions {
  /** 𝒜, which prepares the state from |0…0⟩. */
  readonly preparation: Circuit;
  /** Changes the sign of the good states. */
  readonly sign: Circuit;
  /** M = 2^bits points. */
  readonly bits: number;
}

/**
 * Builds amplitude estimation: phase estimation of Q = −𝒜 S₀ 𝒜⁻¹ S_good on 𝒜|0…0⟩.
 *
 * Formula: with a = sin²θ the probability of the good states, outcome y has probability
 * ½ Σ_± sin²(MπΔ)/(M² sin²(πΔ)), Δ = y/M ∓ θ/π; the estimate is sin²(πy/M).
 * Cost: one 𝒜 and M − 1 controlled rounds.
 *
 * Errors: as phaseEstimationCircuit and amplificationRound.
 *
 * Source: Brassard, Høyer, Mosca and Tapp, quant-ph/0005055, theorems 11 and 12.
 */
export function amplitudeEstimationCircuit(options: AmplitudeEstimationOptions): PhaseEstimationCircuit {
  const { preparation, sign, bits } = options;
  return phaseEstimationCircuit({ unitary: amplificationRound(preparation, sign), bits, preparation });
}
