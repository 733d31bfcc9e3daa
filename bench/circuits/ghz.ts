import { Circuit } from "../../src/index.ts";

/** Prepares (|0…0⟩ + |1…1⟩)/√2: H on qubit 0, then a chain of CX. */
export function ghz(qubits: number): Circuit {
  let circuit = new Circuit(qubits).h(0);
  for (let q = 1; q < qubits; q++) circuit = circuit.cx(q - 1, q);
  return circuit;
}
