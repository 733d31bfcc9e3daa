import {
  type ComplexMatrix,
  complexMatrix,
  identityMatrix,
  kroneckerProduct,
  zeroMatrix,
} from "../../src/circuit/complex-matrix.ts";
import type { PauliSum } from "../../src/simulator/observables/pauli-sum.ts";

const letters: Record<string, ComplexMatrix> = {
  I: identityMatrix(2),
  X: complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  Y: complexMatrix([
    [0, [0, -1]],
    [[0, 1], 0],
  ]),
  Z: complexMatrix([
    [1, 0],
    [0, -1],
  ]),
};

/** The matrix of a dense Pauli string by Kronecker products; the last letter is qubit 0. */
export function densePauli(string: string): ComplexMatrix {
  return [...string].map((letter) => letters[letter]).reduce(kroneckerProduct, identityMatrix(1));
}

/** The matrix of a sum, from the masks of its terms. */
export function denseSum(sum: PauliSum, qubits: number): ComplexMatrix {
  const result = zeroMatrix(2 ** qubits);
  for (const { coefficient, x, z } of sum.terms) {
    const string = Array.from({ length: qubits }, (_, k) => {
      const qubit = qubits - 1 - k;
      return "IXZY"[((x >> qubit) & 1) + 2 * ((z >> qubit) & 1)];
    });
    const matrix = densePauli(string.join(""));
    for (let k = 0; k < result.re.length; k++) {
      result.re[k] += coefficient * matrix.re[k];
      result.im[k] += coefficient * matrix.im[k];
    }
  }
  return result;
}
