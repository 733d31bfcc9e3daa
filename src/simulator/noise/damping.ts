import { complexMatrix } from "../../circuit/complex-matrix.ts";
import { type KrausChannel, krausChannel } from "./kraus-channel.ts";
import { requireProbability } from "./require-probability.ts";

/**
 * Amplitude damping: |1⟩ decays to |0⟩ with probability γ; coherence shrinks by √(1 − γ).
 *
 * K₀ = diag(1, √(1−γ)), K₁ = √γ |0⟩⟨1|. Waiting a time t at relaxation time T₁ has γ = 1 − e^{−t/T₁}.
 *
 * Errors: RangeError for γ outside [0, 1].
 *
 * @example amplitudeDamping(1 - Math.exp(-0.1)) // a tenth of T₁
 */
export function amplitudeDamping(gamma: number): KrausChannel {
  requireProbability("amplitudeDamping", "γ", gamma);
  return krausChannel(`amplitudeDamping(${gamma})`, [
    complexMatrix([
      [1, 0],
      [0, Math.sqrt(1 - gamma)],
    ]),
    complexMatrix([
      [0, Math.sqrt(gamma)],
      [0, 0],
    ]),
  ]);
}

/**
 * Phase damping: populations stay, coherence shrinks by √(1 − λ).
 *
 * K₀ = diag(1, √(1−λ)), K₁ = √λ |1⟩⟨1|. The same channel as a phase flip of probability (1 − √(1−λ))/2.
 *
 * Errors: RangeError for λ outside [0, 1].
 *
 * @example phaseDamping(0.2)
 */
export function phaseDamping(lambda: number): KrausChannel {
  requireProbability("phaseDamping", "λ", lambda);
  return krausChannel(`phaseDamping(${lambda})`, [
    complexMatrix([
      [1, 0],
      [0, Math.sqrt(1 - lambda)],
    ]),
    complexMatrix([
      [0, 0],
      [0, Math.sqrt(lambda)],
    ]),
  ]);
}
