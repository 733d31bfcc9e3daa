import { adjoint, type ComplexMatrix, kroneckerProduct, zeroMatrix } from "../../circuit/complex-matrix.ts";
import { subspace } from "../kernels/subspace.ts";
import type { KrausChannel } from "../noise/kraus-channel.ts";
import { scatterTable } from "../scatter-table.ts";

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

/** Applies a superoperator to some qubits, in place. Most of its entries are 0 and are left out. */
export function applySuperoperator(
  density: ComplexMatrix,
  matrix: ComplexMatrix,
  qubits: readonly number[],
): void {
  const { re, im } = density;
  const n = Math.log2(density.size);
  const targets = [...qubits, ...qubits.map((qubit) => n + qubit)];
  const offsets = scatterTable(targets);
  const { fixed, free } = subspace(2 * n, targets, []);
  const places = Array.from(matrix.re.keys()).filter((k) => matrix.re[k] !== 0 || matrix.im[k] !== 0);
  const rows = Int32Array.from(places, (k) => Math.floor(k / matrix.size));
  const columns = Int32Array.from(places, (k) => k % matrix.size);
  const real = Float64Array.from(places, (k) => matrix.re[k]);
  const imaginary = Float64Array.from(places, (k) => matrix.im[k]);
  const x = new Float64Array(matrix.size);
  const y = new Float64Array(matrix.size);
  let rest = 0;
  do {
    for (let c = 0; c < offsets.length; c++) {
      const i = rest | offsets[c];
      x[c] = re[i];
      y[c] = im[i];
      re[i] = 0;
      im[i] = 0;
    }
    for (let k = 0; k < rows.length; k++) {
      const i = rest | offsets[rows[k]];
      const c = columns[k];
      re[i] += real[k] * x[c] - imaginary[k] * y[c];
      im[i] += real[k] * y[c] + imaginary[k] * x[c];
    }
    rest = ((rest | fixed) + 1) & free;
  } while (rest !== 0);
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
