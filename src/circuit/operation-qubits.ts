import { conditionBits } from "./conditions/condition-bits.ts";
import { isUnitary, type Operation } from "./operation.ts";

/** The qubits that an operation acts on, without its added controls, in the order of its own matrix. */
export function targetQubits(operation: Operation): readonly number[] {
  switch (operation.kind) {
    case "lookup":
      return [...operation.inputs, ...operation.outputs];
    case "measure":
    case "reset":
      return [operation.qubit];
    case "conditional":
      return [...new Set([...operation.operations, ...operation.otherwise].flatMap(operationQubits))];
    case "while":
      return [...new Set(operation.operations.flatMap(operationQubits))];
    case "assign":
      return [];
    default:
      return operation.qubits;
  }
}

/** All qubits that an operation touches: its targets, then its controls. */
export function operationQubits(operation: Operation): readonly number[] {
  const targets = targetQubits(operation);
  if (!isUnitary(operation) || operation.controls.length === 0) return targets;
  return [...targets, ...operation.controls.map(({ qubit }) => qubit)];
}

/** The classical bits that an operation reads or writes. */
export function operationBits(operation: Operation): readonly number[] {
  switch (operation.kind) {
    case "measure":
      return [operation.bit];
    case "conditional":
      return [
        ...conditionBits(operation.condition),
        ...operation.operations.flatMap(operationBits),
        ...operation.otherwise.flatMap(operationBits),
      ];
    case "while":
      return [...conditionBits(operation.condition), ...operation.operations.flatMap(operationBits)];
    case "assign":
      return [operation.bit, ...conditionBits(operation.value)];
    default:
      return [];
  }
}
