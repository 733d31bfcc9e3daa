import { controlOperation } from "./control-operation.ts";
import type { BoxOperation, Operation } from "./operation.ts";
import { remapOperation } from "./remap-operation.ts";

/** The steps of an operation without any box, those of branches and loops included. */
export function flattenOperation(operation: Operation): Operation[] {
  switch (operation.kind) {
    case "box":
      return openBox(operation).flatMap(flattenOperation);
    case "conditional":
      return [
        {
          ...operation,
          operations: operation.operations.flatMap(flattenOperation),
          otherwise: operation.otherwise.flatMap(flattenOperation),
        },
      ];
    case "while":
      return [{ ...operation, operations: operation.operations.flatMap(flattenOperation) }];
    default:
      return [operation];
  }
}

/** The steps of one box, boxes inside kept, on the qubits and under the controls of the box. */
export function openBox(box: BoxOperation): Operation[] {
  return box.operations.map((step) =>
    controlOperation(
      remapOperation(
        step,
        (k) => box.qubits[k],
        (k) => k,
      ),
      box.controls,
    ),
  );
}
