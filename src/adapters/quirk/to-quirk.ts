import type { Circuit, Operation } from "../../index.ts";
import { type QuirkCircuit, quirkWires } from "./quirk-circuit.ts";
import { QuirkWriter } from "./quirk-writer.ts";

/**
 * Writes a circuit for Quirk, the drag-and-drop simulator of Craig Gidney (16 qubits, in a page without a server).
 *
 * Qubit k is wire k from the top, the low bit in Quirk too. Gates that Quirk has by name keep it; gates with angles keep
 * them as formulas; all else becomes a gate with its matrix, or controlled gates with matrices where its qubits do
 * not lie side by side. The global phase is kept. Conditions on measured bits become controls on the measured wires.
 * Names of boxes and registers are not kept, and a measurement is read from its wire, whatever its bit was called.
 *
 * Errors: RangeError for more than 16 qubits, for unbound parameters, and for what Quirk has no word for: resets,
 * loops, assignments, conditions that are no bit values, gates on a qubit after it was measured.
 *
 * @example toQuirk(new Circuit(2).h(0).cx(0, 1)) // { cols: [["H"], ["•", "X"]] }
 */
export function toQuirk(circuit: Circuit): QuirkCircuit {
  const { qubits } = circuit;
  if (qubits < 1 || qubits > quirkWires) {
    throw new RangeError(
      `toQuirk: expected 1 to ${quirkWires} qubits, got ${qubits}; Quirk has no more wires.`,
    );
  }
  const writer = new QuirkWriter(qubits);
  writer.addAll(circuit.operations as readonly Operation[]);
  return writer.finish();
}

/**
 * The address that opens a circuit in Quirk; the whole circuit stands behind the `#` and never leaves the browser.
 *
 * Errors: as `toQuirk`.
 *
 * @example quirkUrl(new Circuit(1).h(0)) // https://algassert.com/quirk#circuit=%7B%22cols%22%3A%5B%5B%22H%22%5D%5D%7D
 */
export function quirkUrl(circuit: Circuit, page = "https://algassert.com/quirk"): string {
  return `${page}#circuit=${encodeURIComponent(JSON.stringify(toQuirk(circuit)))}`;
}
