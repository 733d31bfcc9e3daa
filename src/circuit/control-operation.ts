import type { Control } from "./control.ts";
import { isUnitary, type Operation } from "./operation.ts";

/**
 * An operation under further controls; barriers stay as they are.
 *
 * Errors: RangeError for measurements, resets and what depends on classical bits.
 */
export function controlOperation(operation: Operation, controls: readonly Control[]): Operation {
  if (operation.kind === "barrier" || controls.length === 0) return operation;
  if (!isUnitary(operation)) {
    throw new RangeError(
      `controlled: expected unitary operations, got ${operation.kind}; control the part without it.`,
    );
  }
  return { ...operation, controls: [...operation.controls, ...controls] };
}
