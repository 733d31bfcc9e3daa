import type { LayoutCell } from "./layout-types.ts";

/** Gates of two qubits that act the same whichever comes first. */
const symmetric = new Set(["rxx", "ryy", "rzz", "iswap", "iswapdg"]);

/**
 * What is written inside a box at each of its rows: the number of the operation's own qubit, so that the order of bits
 * can be seen; `x` and `z` with a number for the inputs and outputs of a look-up. Empty for boxes on one qubit and for
 * symmetric gates.
 */
export function boxPorts({ operation, rows }: LayoutCell): ReadonlyMap<number, string> {
  if (rows.length < 2 || operation.kind === "reflectUniform") return new Map();
  if (operation.kind === "gate" && symmetric.has(operation.gate)) return new Map();
  if (operation.kind === "lookup") {
    const { inputs } = operation;
    return new Map(rows.map((row, k) => [row, k < inputs.length ? `x${k}` : `z${k - inputs.length}`]));
  }
  return new Map(rows.map((row, k) => [row, String(k)]));
}
