import { remapCondition } from "./conditions/remap-condition.ts";
import type { Operation } from "./operation.ts";

/** The same operation on other qubits and bits, given where each goes. */
export function remapOperation(
  operation: Operation,
  qubit: (from: number) => number,
  bit: (from: number) => number,
): Operation {
  switch (operation.kind) {
    case "measure":
      return { ...operation, qubit: qubit(operation.qubit), bit: bit(operation.bit) };
    case "reset":
      return { ...operation, qubit: qubit(operation.qubit) };
    case "barrier":
      return { ...operation, qubits: operation.qubits.map(qubit) };
    case "conditional":
      return {
        ...operation,
        condition: remapCondition(operation.condition, bit),
        operations: operation.operations.map((inner) => remapOperation(inner, qubit, bit)),
        otherwise: operation.otherwise.map((inner) => remapOperation(inner, qubit, bit)),
      };
    case "while":
      return {
        ...operation,
        condition: remapCondition(operation.condition, bit),
        operations: operation.operations.map((inner) => remapOperation(inner, qubit, bit)),
      };
    case "assign":
      return { ...operation, bit: bit(operation.bit), value: remapCondition(operation.value, bit) };
    case "lookup":
      return {
        ...operation,
        inputs: operation.inputs.map(qubit),
        outputs: operation.outputs.map(qubit),
        controls: operation.controls.map((control) => ({ ...control, qubit: qubit(control.qubit) })),
      };
    // The body of a box is on qubits of its own.
    default:
      return {
        ...operation,
        qubits: operation.qubits.map(qubit),
        controls: operation.controls.map((control) => ({ ...control, qubit: qubit(control.qubit) })),
      };
  }
}
