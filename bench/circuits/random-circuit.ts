import { Circuit, type RandomStream } from "../../src/index.ts";
import { brick } from "./brick.ts";

/** √X, √Y and √W up to a global phase, W = (X + Y)/√2. */
const roots: readonly ((circuit: Circuit, qubit: number) => Circuit)[] = [
  (circuit, qubit) => circuit.rx(Math.PI / 2, qubit),
  (circuit, qubit) => circuit.ry(Math.PI / 2, qubit),
  (circuit, qubit) => circuit.u(Math.PI / 2, -Math.PI / 4, Math.PI / 4, qubit),
];

/**
 * A random circuit as in demonstrations of quantum advantage, on a line.
 *
 * Layers of √X, √Y or √W on every qubit, never the same twice in a row on a qubit, and a brick of CZ whose offset
 * alternates; H on every qubit before and after.
 *
 * Source: Arute et al., Nature 574 (2019).
 */
export function randomCircuit(qubits: number, random: RandomStream, layers = 20): Circuit {
  const all = Array.from({ length: qubits }, (_, q) => q);
  const last = all.map(() => random.integer(roots.length));
  let circuit = new Circuit(qubits).onEach("h", all);
  for (let layer = 0; layer < layers; layer++) {
    for (const q of all) {
      // One of the two others.
      last[q] = (last[q] + 1 + random.integer(roots.length - 1)) % roots.length;
      circuit = roots[last[q]](circuit, q);
    }
    for (const [a, b] of brick(qubits, layer)) circuit = circuit.cz(a, b);
  }
  return circuit.onEach("h", all);
}
