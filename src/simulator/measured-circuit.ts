import type { Circuit } from "../circuit/circuit.ts";
import type { Operation } from "../circuit/operation.ts";

/** The kinds of steps that write or read classical bits. */
const classicalKinds = new Set<Operation["kind"]>(["measure", "conditional", "while", "assign"]);

/** A circuit that has to do with classical bits as it is, any other measured completely at its end. */
export function measuredCircuit(circuit: Circuit): Circuit {
  return circuit.operations.some(({ kind }) => classicalKinds.has(kind)) ? circuit : circuit.measureAll();
}
