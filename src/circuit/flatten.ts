import { Circuit } from "./circuit.ts";
import { flattenOperation } from "./flatten-operation.ts";

/**
 * A circuit without boxes: the steps inside stand in their place, on the qubits and under the controls of the box.
 *
 * @example flatten(new Circuit(2).box("bell", new Circuit(2).h(0).cx(0, 1))) // h(0).cx(0, 1)
 */
export function flatten(circuit: Circuit): Circuit {
  const { qubits, bits, operations, registers } = circuit;
  return new Circuit(qubits, bits, operations.flatMap(flattenOperation), registers);
}
