import type { Circuit } from "../circuit.ts";
import { diagonalPhases } from "./diagonal-phases.ts";
import { prepareRealState } from "./prepare-real-state.ts";

/**
 * Prepares a complex vector from |0…0⟩: the moduli as a real state, then the phases as a diagonal.
 *
 * Cost: 2(2^n − 2) CNOT, 2^n − 1 RY and 2^n − 1 RZ for n ≥ 1 qubits, and a global phase.
 *
 * Errors: RangeError unless there are 2^n finite entries, not all 0, with as many imaginary parts.
 *
 * @example simulate(prepareComplexState([1, 0], [0, 1])).ket() // "0.707|0⟩ + 0.707i|1⟩"
 *
 * Source: Möttönen, Vartiainen, Bergholm and Salomaa, quant-ph/0407010.
 */
export function prepareComplexState(re: ArrayLike<number>, im: ArrayLike<number>): Circuit {
  if (re.length !== im.length) {
    throw new RangeError(
      `prepareComplexState: expected ${re.length} imaginary parts, got ${im.length}; pass one for each entry.`,
    );
  }
  const moduli = Float64Array.from({ length: re.length }, (_, i) => Math.hypot(re[i], im[i]));
  const phases = Float64Array.from({ length: re.length }, (_, i) => Math.atan2(im[i], re[i]));
  const circuit = prepareRealState(moduli);
  const qubits = Array.from({ length: circuit.qubits }, (_, q) => q);
  return circuit.addAll(diagonalPhases(phases, qubits));
}
