import { Circuit } from "../../src/circuit/circuit.ts";
import type { Control } from "../../src/circuit/control.ts";
import { type GateName, gateTable } from "../../src/circuit/gate-table.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";
import { randomAngle, randomOrder } from "./random-circuit.ts";

/**
 * Every gate of the table once, in random order, on random qubits, under at most `controls` further controls of either
 * sign; in front of it a random turn of each qubit, so that no gate meets a basis state.
 */
export function tableCircuit(qubits: number, controls: number, random: RandomStream): Circuit {
  const names = Object.keys(gateTable) as GateName[];
  let circuit = new Circuit(qubits);
  for (let k = 0; k < qubits; k++) {
    circuit = circuit.u(randomAngle(random), randomAngle(random), randomAngle(random), k);
  }
  for (const at of randomOrder(names.length, random)) {
    const gate = gateTable[names[at]];
    const order = randomOrder(qubits, random);
    const added = order
      .slice(gate.qubits, gate.qubits + random.integer(controls + 1))
      .map((qubit): Control => ({ qubit, value: random.integer(2) as 0 | 1 }));
    const angles = gate.parameters.map(() => randomAngle(random));
    circuit = circuit.gate(names[at], angles, order.slice(0, gate.qubits), added);
  }
  return circuit;
}
