import { Circuit } from "../circuit/circuit.ts";
import { type Control, off } from "../circuit/control.ts";

/**
 * Flips a flag where the number in one register is smaller than that in another: |a⟩|b⟩|f⟩ → |a⟩|b⟩|f ⊕ [a < b]⟩.
 *
 * Formula: a < b iff at the highest bit where they differ b has the 1. With a ⊕ b put into b's register, that bit is
 * the highest 1 there; the cases exclude each other, so each flips the flag by itself.
 * Registers: a and b of equal length, lowest bit first, and the flag; no ancilla.
 * Cost: 2k CNOT and k multi-controlled X for k bits.
 *
 * Errors: RangeError for registers of different length.
 */
export function comparator(
  qubits: number,
  a: readonly number[],
  b: readonly number[],
  flag: number,
): Circuit {
  if (a.length !== b.length) {
    throw new RangeError(
      `comparator: expected two registers of one length, got ${a.length} and ${b.length} qubits; pad the shorter one.`,
    );
  }
  let difference = new Circuit(qubits);
  for (let k = 0; k < a.length; k++) difference = difference.cx(a[k], b[k]);
  let circuit = difference;
  for (let k = a.length - 1; k >= 0; k--) {
    const above: Control[] = b.slice(k + 1).map(off);
    circuit = circuit.control([...above, b[k], off(a[k])], (body) => body.x(flag));
  }
  return circuit.append(difference.inverse());
}
