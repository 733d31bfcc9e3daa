import { adjoint, type ComplexMatrix, kroneckerProduct, zeroMatrix } from "../../circuit/complex-matrix.ts";
import { applyDense } from "../kernels/apply-dense.ts";
import { subspace } from "../kernels/subspace.ts";
import type { KrausChannel } from "../noise/kraus-channel.ts";

/**
 * Density matrices are worked on as amplitudes of twice as many qubits: entry (r, c) is basis state r·2^n + c, so that
 * qubit q of the columns is qubit q and qubit q of the rows is qubit n + q.
 */

/**
 * The matrix of a channel on the entries of a density matrix, Σ_k K_k ⊗ K_k*: column bits low, row bits high.
 *
 * Source: the superoperator in row-major order, Wood, Biamonte and Cory, Quant. Inf. Comp. 15, 2015.
 */
export function superoperator({ operators, qubits }: KrausChannel): ComplexMatrix {
  const result = zeroMatrix(4 ** qubits);
  for (const operator of operators) {
    const conjugate = { ...operator, im: operator.im.map((x) => -x) };
    const product = kroneckerProduct(operator, conjugate);
    for (let k = 0; k < result.re.length; k++) {
      result.re[k] += product.re[k];
      result.im[k] += product.im[k];
    }
  }
  return result;
}

/** Applies a superoperator to some qubits, in place. */
export function applySuperoperator(
  density: ComplexMatrix,
  matrix: ComplexMatrix,
  qubits: readonly number[],
): void {
  const n = Math.log2(density.size);
  const targets = [...qubits, ...qubits.map((qubit) => n + qubit)];
  const amplitudes = { qubits: 2 * n, re: density.re, im: density.im };
  applyDense(amplitudes, targets, matrix, subspace(2 * n, targets, []));
}

/** The part of a density matrix where a qubit has a value, not normalised; in place. */
export function projectDensity(density: ComplexMatrix, qubit: number, value: 0 | 1): void {
  const { size, re, im } = density;
  for (let r = 0; r < size; r++) {
    const isRow = ((r >> qubit) & 1) === value;
    for (let c = 0; c < size; c++) {
      if (isRow && ((c >> qubit) & 1) === value) continue;
      re[r * size + c] = 0;
      im[r * size + c] = 0;
    }
  }
}

/** a ← a + factor·b. */
export function addScaled(a: ComplexMatrix, b: ComplexMatrix, factor: number): void {
  for (let k = 0; k < a.re.length; k++) {
    a.re[k] += factor * b.re[k];
    a.im[k] += factor * b.im[k];
  }
}

/** a ← factor·a. */
export function scaleDensity(a: ComplexMatrix, factor: number): void {
  for (let k = 0; k < a.re.length; k++) {
    a.re[k] *= factor;
    a.im[k] *= factor;
  }
}

/** An independent copy. */
export function copyDensity({ size, re, im }: ComplexMatrix): ComplexMatrix {
  return { size, re: re.slice(), im: im.slice() };
}

/** The sum of the diagonal, which is real. */
export function traceOf({ size, re }: ComplexMatrix): number {
  let trace = 0;
  for (let k = 0; k < size; k++) trace += re[k * size + k];
  return trace;
}

/** Takes U to both sides, U ρ U†, given what applies it to the rows: (U (U ρ)†) for Hermitian ρ. */
export function conjugateWith(
  density: ComplexMatrix,
  applyToRows: (density: ComplexMatrix) => ComplexMatrix,
): ComplexMatrix {
  return applyToRows(adjoint(applyToRows(density)));
}
