import { Circuit } from "../circuit/circuit.ts";
import { expand } from "../circuit/expand.ts";

/**
 * The Fourier transform on n qubits as Hadamard gates, controlled phases and swaps.
 *
 * Formula: |x⟩ → 2^{−n/2} Σ_y e^{+2πi xy/2^n}|y⟩, qubit 0 the low bit of x and of y.
 * Cost: n Hadamard gates, n(n − 1)/2 controlled phases, ⌊n/2⌋ swaps.
 *
 * @example simulate(new Circuit(2).x(0).append(qftCircuit(2))).ket() // "0.5|00⟩ + 0.5i|01⟩ - 0.5|10⟩ - 0.5i|11⟩"
 *
 * Source: Coppersmith, quant-ph/0201067; Nielsen and Chuang, section 5.1.
 */
export function qftCircuit(qubits: number): Circuit {
  const circuit = new Circuit(qubits);
  return qubits === 0 ? circuit : expand(circuit.qft(Array.from({ length: qubits }, (_, q) => q)));
}
