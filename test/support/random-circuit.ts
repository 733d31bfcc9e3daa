import { Circuit } from "../../src/circuit/circuit.ts";
import type { Control } from "../../src/circuit/control.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";

/** A circuit of random gates of the whole table on random qubits, some under random controls of either sign. */
export function randomCircuit(qubits: number, gates: number, random: RandomStream): Circuit {
  const fitting = Object.values(gateTable).filter((gate) => gate.qubits <= qubits);
  let circuit = new Circuit(qubits);
  for (let k = 0; k < gates; k++) {
    const gate = fitting[random.integer(fitting.length)];
    const order = randomOrder(qubits, random);
    const controls = order
      .slice(gate.qubits)
      .filter(() => random.uniform() < 0.25)
      .map((qubit): Control => ({ qubit, value: random.integer(2) as 0 | 1 }));
    const angles = gate.parameters.map(() => randomAngle(random));
    circuit = circuit.gate(gate.name as GateName, angles, order.slice(0, gate.qubits), controls);
  }
  return circuit;
}

/** An angle between −2π and 2π. */
export function randomAngle(random: RandomStream): number {
  return (random.uniform() - 0.5) * 4 * Math.PI;
}

/** The qubits in random order. */
export function randomOrder(qubits: number, random: RandomStream): number[] {
  const order = Array.from({ length: qubits }, (_, k) => k);
  for (let k = qubits - 1; k > 0; k--) {
    const j = random.integer(k + 1);
    [order[k], order[j]] = [order[j], order[k]];
  }
  return order;
}
