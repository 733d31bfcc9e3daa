import { isUnitary, type Operation } from "./operation.ts";
import { operationBits } from "./operation-qubits.ts";

/** How many classical bits there are after some operations: the old ones, and as many more as are named. */
export function bitsAfter(bits: number, operations: readonly Operation[]): number {
  let most = bits;
  for (const step of operations) {
    if (isUnitary(step)) continue;
    for (const bit of operationBits(step)) most = Math.max(most, bit + 1);
  }
  return most;
}
