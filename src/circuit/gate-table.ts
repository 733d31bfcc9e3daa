import { controlledGates } from "./gates/controlled-gates.ts";
import type { Gate } from "./gates/gate.ts";
import { manyQubitGates } from "./gates/many-qubit-gates.ts";
import { oneQubitGates } from "./gates/one-qubit-gates.ts";
import { twoQubitGates } from "./gates/two-qubit-gates.ts";

/** All gates by name. Adding a record to one of the four files adds the builder method, the tests and the docs. */
export const gateTable = { ...oneQubitGates, ...controlledGates, ...twoQubitGates, ...manyQubitGates };

/** The name of a gate of the table. */
export type GateName = keyof typeof gateTable;

/**
 * The record of a gate.
 *
 * Errors: RangeError for a name that is not in the table.
 *
 * @example gateOf("cx").controls // 1
 */
export function gateOf(name: string): Gate {
  if (!Object.hasOwn(gateTable, name)) {
    throw new RangeError(
      `gateOf: expected the name of a gate, got "${name}"; use one of ${Object.keys(gateTable).join(", ")}.`,
    );
  }
  return gateTable[name as GateName];
}
