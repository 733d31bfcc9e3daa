import type { Operation } from "../../circuit/operation.ts";
import { operationBits, operationQubits } from "../../circuit/operation-qubits.ts";

/**
 * Puts off measurements to the end where that changes nothing: nobody acts on the qubit again, and nobody reads or
 * writes the bit but another such measurement, of which the later counts.
 *
 * Resets of qubits that nothing acts on again are dropped: they do not show in the classical bits.
 * Source: the principle of deferred measurement, Nielsen and Chuang, section 4.4.
 */
export function deferMeasurements(operations: readonly Operation[]): {
  operations: readonly Operation[];
  final: readonly { qubit: number; bit: number }[];
} {
  const kept: Operation[] = [];
  const usedQubits = new Set<number>();
  const usedBits = new Set<number>();
  const measured = new Set<number>();
  const qubitOfBit = new Map<number, number>();
  for (const operation of operations.toReversed()) {
    if (operation.kind === "barrier") continue;
    if (operation.kind === "reset" && !usedQubits.has(operation.qubit) && !measured.has(operation.qubit)) {
      continue;
    }
    if (operation.kind === "measure" && !usedQubits.has(operation.qubit) && !usedBits.has(operation.bit)) {
      measured.add(operation.qubit);
      // Backwards: a measurement into the bit that was met already is the later one.
      if (!qubitOfBit.has(operation.bit)) qubitOfBit.set(operation.bit, operation.qubit);
      continue;
    }
    for (const qubit of operationQubits(operation)) usedQubits.add(qubit);
    for (const bit of operationBits(operation)) usedBits.add(bit);
    kept.push(operation);
  }
  return {
    operations: kept.reverse(),
    final: Array.from(qubitOfBit, ([bit, qubit]) => ({ qubit, bit })).reverse(),
  };
}
