import { reducedDensity } from "../reduced-density.ts";
import { type QuantumState, qubitsOf, requireQubit, requireState } from "./quantum-state.ts";

/**
 * The Bloch vector (⟨X⟩, ⟨Y⟩, ⟨Z⟩) of one qubit: (0, 0, 1) for |0⟩, of length 1 for a pure qubit, shorter for one that
 * is entangled or mixed.
 *
 * Errors: RangeError for a qubit that the state does not have.
 *
 * @example blochVector(simulate(new Circuit(1).h(0)), 0) // [1, 0, 0]
 */
export function blochVector(state: QuantumState, qubit: number): readonly [x: number, y: number, z: number] {
  requireState("blochVector", state);
  requireQubit("blochVector", qubit, qubitsOf(state));
  const { re, im } = reducedDensity(state, [qubit]);
  // ρ = (1 + xX + yY + zZ)/2, so that ρ₁₀ = (x + iy)/2. Adding 0 turns −0 into 0.
  return [2 * re[2] + 0, 2 * im[2] + 0, re[0] - re[3] + 0];
}
