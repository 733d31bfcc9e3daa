import { Circuit, type RandomStream } from "../../src/index.ts";
import { randomU3 } from "./random-u3.ts";

/**
 * The Fourier transform of a random product state: a random U3 on every qubit, then the transform gate by gate.
 *
 * H and controlled phases from the highest qubit down, swaps at the end.
 */
export function qft(qubits: number, random: RandomStream): Circuit {
  let circuit = randomU3(new Circuit(qubits), random);
  for (let q = qubits - 1; q >= 0; q--) {
    circuit = circuit.h(q);
    for (let k = q - 1; k >= 0; k--) circuit = circuit.cp(Math.PI / 2 ** (q - k), k, q);
  }
  for (let q = 0; q < qubits - 1 - q; q++) circuit = circuit.swap(q, qubits - 1 - q);
  return circuit;
}
