import { Circuit } from "../circuit.ts";
import { amplitudeTree } from "./amplitude-tree.ts";
import { uniformlyControlledRotation } from "./uniformly-controlled-rotation.ts";

/**
 * Prepares a real vector from |0…0⟩: |0…0⟩ → Σ_i values[i]|i⟩ / ‖values‖, signs included.
 *
 * Walks down the amplitude tree: the rotation of level l acts on qubit n − 1 − l, controlled by all higher ones. A single
 * entry (n = 0) that is negative becomes a global phase.
 * Cost: 2^n − 2 CNOT and 2^n − 1 RY for n ≥ 1 qubits.
 *
 * Errors: RangeError unless there are 2^n finite entries, not all 0.
 *
 * @example simulate(prepareRealState([3, 0, 0, -4])).ket() // "0.6|00⟩ - 0.8|11⟩"
 *
 * Source: Möttönen, Vartiainen, Bergholm and Salomaa, quant-ph/0407010.
 */
export function prepareRealState(values: ArrayLike<number>): Circuit {
  const levels = amplitudeTree(values);
  const n = levels.length;
  const circuit = levels.reduce((before, angles, level) => {
    const controls = Array.from({ length: level }, (_, m) => n - level + m);
    return before.addAll(uniformlyControlledRotation("ry", angles, controls, n - 1 - level));
  }, new Circuit(n));
  return n === 0 && values[0] < 0 ? circuit.gphase(Math.PI) : circuit;
}
