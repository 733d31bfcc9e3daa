import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Circuit } from "../../src/index.ts";

/** A gate as other programs read it: name, angles, qubits. */
export type PlainGate = readonly [name: string, angles: readonly number[], qubits: readonly number[]];

/**
 * The gates of a circuit of the five families as plain lists; `mcz` is Z on all its qubits.
 *
 * Errors: RangeError for steps that the families do not have.
 */
export function plainGates(circuit: Circuit): PlainGate[] {
  return circuit.operations.map((step): PlainGate => {
    if (step.kind !== "gate" || step.parameters.some((angle) => typeof angle !== "number")) {
      throw new RangeError(`plainGates: expected gates with numbers, got ${step.kind}; use the families.`);
    }
    const angles = step.parameters as readonly number[];
    if (step.controls.length === 0) return [step.gate, angles, step.qubits];
    if (step.gate !== "z" || step.controls.some(({ value }) => value === 0)) {
      throw new RangeError(`plainGates: expected controls on Z only, got ${step.gate}; use the families.`);
    }
    return ["mcz", angles, [...step.controls.map(({ qubit }) => qubit), ...step.qubits]];
  });
}

/** Writes a circuit for the scripts in bench/peers. */
export function writeCircuit(path: string, circuit: Circuit): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ qubits: circuit.qubits, gates: plainGates(circuit) }));
}
