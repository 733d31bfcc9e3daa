import type { Amplitudes } from "../amplitudes.ts";
import { parity, popcount } from "./bit-count.ts";
import { meanOf, requireObservable } from "./expectation.ts";
import { PauliSum, type PauliTerm } from "./pauli-sum.ts";
import { isPure, type QuantumState, qubitsOf, requireState } from "./quantum-state.ts";

/**
 * The variance of an observable: ⟨H²⟩ − ⟨H⟩². The state is read in place, never copied.
 *
 * Of a pure state it is ‖(H − ⟨H⟩)ψ‖², entry by entry, which is never negative and does not cancel; of a density matrix
 * tr(ρ(H − ⟨H⟩)²), with the square multiplied out.
 *
 * Errors: as `expectation`.
 *
 * @example variance(simulate(new Circuit(1).h(0)), "Z") // 1
 */
export function variance(state: QuantumState, observable: PauliSum | string): number {
  requireState("variance", state);
  const { terms } = requireObservable("variance", observable, qubitsOf(state));
  const mean = meanOf(state, terms);
  const centred = new PauliSum([...terms, { coefficient: -mean, x: 0, z: 0 }]);
  if (isPure(state)) return squaredLength(state, centred.terms);
  return Math.max(0, meanOf(state, centred.squared().terms));
}

/** ‖Hψ‖²: entry j of Hψ is Σ_terms c i^{|x∧z|} (−1)^{(j⊕x)·z} ψ_{j⊕x}. */
function squaredLength({ re, im }: Amplitudes, terms: readonly PauliTerm[]): number {
  const turns = terms.map(({ x, z }) => popcount(x & z) % 4);
  let sum = 0;
  for (let j = 0; j < re.length; j++) {
    let real = 0;
    let imaginary = 0;
    for (let t = 0; t < terms.length; t++) {
      const { coefficient, x, z } = terms[t];
      const i = j ^ x;
      const turn = (turns[t] + 2 * parity(i & z)) % 4;
      // i^turn (a + bi)
      if (turn === 0) {
        real += coefficient * re[i];
        imaginary += coefficient * im[i];
      } else if (turn === 1) {
        real -= coefficient * im[i];
        imaginary += coefficient * re[i];
      } else if (turn === 2) {
        real -= coefficient * re[i];
        imaginary -= coefficient * im[i];
      } else {
        real += coefficient * im[i];
        imaginary -= coefficient * re[i];
      }
    }
    sum += real * real + imaginary * imaginary;
  }
  return sum;
}
