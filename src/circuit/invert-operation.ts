import { adjoint } from "./complex-matrix.ts";
import { type GateName, gateOf } from "./gate-table.ts";
import type { Operation } from "./operation.ts";

/**
 * The operation that undoes another.
 *
 * Errors: RangeError for measurements, resets and what depends on classical bits, which cannot be undone.
 */
export function invertOperation(operation: Operation): Operation {
  switch (operation.kind) {
    case "gate": {
      const { inverse } = gateOf(operation.gate);
      return {
        ...operation,
        gate: inverse.gate as GateName,
        parameters: inverse.parameters(operation.parameters),
        ...(inverse.qubits && { qubits: inverse.qubits(operation.qubits) }),
      };
    }
    case "unitary":
      return { ...operation, matrix: adjoint(operation.matrix) };
    case "lookup":
    case "barrier":
      return operation;
    case "phaseOracle":
      return { ...operation, phase: 0 - operation.phase };
    case "reflectUniform":
      return { ...operation, alpha: 0 - operation.alpha };
    case "qft":
      return { ...operation, inverse: !operation.inverse };
    case "box":
      return {
        ...operation,
        label: operation.label.endsWith("†") ? operation.label.slice(0, -1) : `${operation.label}†`,
        operations: invertOperations(operation.operations),
      };
    default:
      throw new RangeError(
        `inverse: expected unitary operations, got ${operation.kind}; invert the part without it.`,
      );
  }
}

/** The steps that undo others: inverse steps in reverse order. */
export function invertOperations(operations: readonly Operation[]): Operation[] {
  return operations.map(invertOperation).reverse();
}
