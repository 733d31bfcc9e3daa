import { LimitError } from "../errors/limit-error.ts";
import type { Circuit } from "./circuit.ts";
import type { ComplexMatrix } from "./complex-matrix.ts";
import { operationsMatrix } from "./operation-matrix.ts";
import { requireBound } from "./parameters/require-bound.ts";

/** Largest number of qubits for `unitary`: 2^10 × 2^10 complex entries take 16 MiB. */
const largest = 10;

/**
 * Multiplies a circuit out to its matrix. Slow on purpose: the definition that engines are checked against.
 *
 * Formula: U = U_m ⋯ U_1, each U_k = Π† (1 ⊗ M_k) Π with the matrix M_k of the operation on its own qubits, controls
 * included, and the permutation Π of basis states that brings these qubits to the low end.
 * Shape: 2^n × 2^n; bit q of a row number belongs to qubit q.
 *
 * Errors: LimitError above 10 qubits; RangeError for measurements, resets, what depends on classical bits,
 * and parameters without values.
 *
 * @example unitary(new Circuit(1).x(0)).re // Float64Array [0, 1, 1, 0]
 */
export function unitary(circuit: Circuit): ComplexMatrix {
  const { qubits } = circuit;
  if (qubits > largest) {
    throw new LimitError(
      "unitary",
      largest,
      qubits,
      "qubits",
      `the matrix needs ${16 * 4 ** qubits} bytes: simulate the circuit instead`,
    );
  }
  requireBound("unitary", circuit);
  return operationsMatrix(circuit.operations, qubits);
}
