import { StateVector } from "../../index.ts";

/** Below this, squared overlaps and phases count as equal. */
export const exactly = 1e-9;

/** The state on more qubits, the added ones in |0⟩. */
export function widened(state: StateVector, qubits: number): StateVector {
  if (state.qubits === qubits) return state;
  const re = new Float64Array(2 ** qubits);
  const im = new Float64Array(2 ** qubits);
  re.set(state.re);
  im.set(state.im);
  return new StateVector(qubits, re, im);
}

/** The normalised sum of two states. */
export function halfway(one: StateVector, other: StateVector): StateVector {
  const factor = Math.SQRT1_2;
  return new StateVector(
    one.qubits,
    one.re.map((value, k) => factor * (value + other.re[k])),
    one.im.map((value, k) => factor * (value + other.im[k])),
  );
}

/** A basis state as text, qubit 0 rightmost. */
export function basisKet(qubits: number, index: number): string {
  return `|${index.toString(2).padStart(qubits, "0")}⟩`;
}
