import { Circuit, type RandomStream } from "../../src/index.ts";
import { brick } from "./brick.ts";
import { randomU3 } from "./random-u3.ts";

/** Layers of a random U3 on every qubit and a brick of CX, whose offset alternates. */
export function rotations(qubits: number, random: RandomStream, layers = 20): Circuit {
  let circuit = new Circuit(qubits);
  for (let layer = 0; layer < layers; layer++) {
    circuit = randomU3(circuit, random);
    for (const [a, b] of brick(qubits, layer)) circuit = circuit.cx(a, b);
  }
  return circuit;
}
