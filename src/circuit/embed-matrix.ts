import { type ComplexMatrix, identityMatrix, kroneckerProduct, zeroMatrix } from "./complex-matrix.ts";

/** Π† (1 ⊗ M) Π: a matrix on some qubits as a matrix on all. */
export function embedMatrix(matrix: ComplexMatrix, on: readonly number[], qubits: number): ComplexMatrix {
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
