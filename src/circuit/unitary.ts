import { LimitError } from "../errors/limit-error.ts";
import type { Circuit } from "./circuit.ts";
import {
  type ComplexMatrix,
  identityMatrix,
  kroneckerProduct,
  multiply,
  zeroMatrix,
} from "./complex-matrix.ts";
import { isUnitary } from "./operation.ts";
import { operationMatrix } from "./operation-matrix.ts";
import { operationQubits } from "./operation-qubits.ts";

/** Largest number of qubits for `unitary`: 2^10 × 2^10 complex entries take 16 MiB. */
const largest = 10;

/**
 * Multiplies a circuit out to its matrix. Slow on purpose: the definition that engines are checked against.
 *
 * Formula: U = U_m ⋯ U_1, each U_k = Π† (1 ⊗ M_k) Π with the matrix M_k of the operation on its own qubits, controls
 * included, and the permutation Π of basis states that brings these qubits to the low end.
 * Shape: 2^n × 2^n; bit q of a row number belongs to qubit q.
 *
 * Errors: LimitError above 10 qubits; RangeError for measurements, resets and conditionals.
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
  let result = identityMatrix(2 ** qubits);
  for (const step of circuit.operations) {
    if (step.kind === "barrier") continue;
    if (!isUnitary(step)) {
      throw new RangeError(
        `unitary: expected unitary operations, got ${step.kind}; take the part without it.`,
      );
    }
    result = multiply(embed(operationMatrix(step), operationQubits(step), qubits), result);
  }
  return result;
}

/** Π† (1 ⊗ M) Π: a matrix on some qubits as a matrix on all. */
function embed(matrix: ComplexMatrix, on: readonly number[], qubits: number): ComplexMatrix {
  const others = Array.from({ length: qubits }, (_, q) => q).filter((q) => !on.includes(q));
  const order = [...on, ...others];
  const moved = Array.from({ length: 2 ** qubits }, (_, state) =>
    order.reduce((sum, qubit, k) => sum + ((state >> qubit) & 1) * 2 ** k, 0),
  );
  const wide = kroneckerProduct(identityMatrix(2 ** others.length), matrix);
  const result = zeroMatrix(wide.size);
  for (let r = 0; r < wide.size; r++) {
    for (let c = 0; c < wide.size; c++) {
      const from = moved[r] * wide.size + moved[c];
      result.re[r * wide.size + c] = wide.re[from];
      result.im[r * wide.size + c] = wide.im[from];
    }
  }
  return result;
}
