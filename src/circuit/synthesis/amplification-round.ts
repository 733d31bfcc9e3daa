import { Circuit } from "../circuit.ts";

/**
 * One round of amplitude amplification, Q = −𝒜 S₀ 𝒜⁻¹ S_good, for a preparation 𝒜 and the sign change of its good states.
 *
 * S₀ changes the sign of |0…0⟩ on the qubits of the preparation. On the plane of the good and the bad part of 𝒜|0…0⟩ it is
 * a rotation by 2θ, sin²θ being the probability of the good part.
 *
 * Errors: RangeError when the sign circuit has another number of qubits, or either cannot be inverted.
 *
 * Source: Brassard, Høyer, Mosca and Tapp, quant-ph/0005055, section 2.
 */
export function amplificationRound(preparation: Circuit, sign: Circuit): Circuit {
  const { qubits } = preparation;
  if (sign.qubits !== qubits) {
    throw new RangeError(
      `amplificationRound: expected a sign circuit of ${qubits} qubits as the preparation has, got ${sign.qubits}; build both on the same qubits.`,
    );
  }
  const all = Array.from({ length: qubits }, (_, q) => q);
  return new Circuit(qubits)
    .append(sign)
    .append(preparation.inverse())
    .phaseOracle({ qubits: all, marked: [0], label: "S₀" })
    .gphase(Math.PI)
    .append(preparation);
}
