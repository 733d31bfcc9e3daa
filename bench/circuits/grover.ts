import { Circuit, type RandomStream } from "../../src/index.ts";

/**
 * Iterations of Grover's search for one random item, after H on every qubit.
 *
 * Each iteration has two Z on all n qubits: one between X where the item has 0, one between H and X on every qubit.
 */
export function grover(qubits: number, random: RandomStream, iterations = 10): Circuit {
  const all = Array.from({ length: qubits }, (_, q) => q);
  const zeros = all.filter(() => random.integer(2) === 0);
  const reflect = (circuit: Circuit) =>
    circuit.gate(
      "z",
      [],
      [qubits - 1],
      all.slice(0, -1).map((qubit) => ({ qubit, value: 1 })),
    );
  let circuit = new Circuit(qubits).onEach("h", all);
  for (let k = 0; k < iterations; k++) {
    circuit = reflect(circuit.onEach("x", zeros)).onEach("x", zeros).onEach("h", all).onEach("x", all);
    circuit = reflect(circuit).onEach("x", all).onEach("h", all);
  }
  return circuit;
}
