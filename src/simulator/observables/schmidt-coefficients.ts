import { checkQubits } from "../../circuit/check-operation.ts";
import { type ComplexMatrix, zeroMatrix } from "../../circuit/complex-matrix.ts";
import { LimitError } from "../../errors/limit-error.ts";
import type { Amplitudes } from "../amplitudes.ts";
import { scatterTable } from "../scatter-table.ts";
import { singularValues } from "./hermitian-spectrum.ts";
import { requireState } from "./quantum-state.ts";

/** Largest number of qubits on the smaller side of a cut. */
const largest = 9;

/**
 * The Schmidt coefficients of a pure state across a cut, descending: ψ = Σ_k s_k |a_k⟩|b_k⟩ with s_k ≥ 0, Σ s_k² = 1.
 *
 * They are the singular values of ψ written as a matrix, rows for the smaller side of the cut. The rows are first made
 * orthonormal (modified Gram–Schmidt), which leaves a square matrix with the same singular values; absolute error about
 * 1e-15, also for coefficients near 0.
 * Shape: 2^k numbers, k the size of the smaller side. Memory: one copy of the state.
 *
 * Errors: RangeError for qubits that the state does not have; LimitError for a smaller side of more than 9 qubits.
 *
 * @example schmidtCoefficients(simulate(new Circuit(2).h(0).cx(0, 1)), [0]) // Float64Array [0.707…, 0.707…]
 */
export function schmidtCoefficients(state: Amplitudes, qubits: readonly number[]): Float64Array {
  requireState("schmidtCoefficients", state);
  checkQubits("schmidtCoefficients", qubits, state.qubits);
  const others = Array.from({ length: state.qubits }, (_, q) => q).filter((q) => !qubits.includes(q));
  const small = qubits.length <= others.length ? qubits : others;
  if (small.length > largest) {
    throw new LimitError(
      "schmidtCoefficients",
      largest,
      small.length,
      "qubits on the smaller side",
      "singular values of larger matrices take minutes: cut elsewhere",
    );
  }
  const rows = rowsOf(state, small, small === qubits ? others : qubits);
  return singularValues("schmidtCoefficients", triangle(rows));
}

interface Row {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** ψ as a matrix: row x has the amplitudes with the small side in state x. */
function rowsOf(state: Amplitudes, small: readonly number[], large: readonly number[]): Row[] {
  const columns = scatterTable(large);
  return Array.from(scatterTable(small), (offset) => ({
    re: Float64Array.from(columns, (rest) => state.re[rest | offset]),
    im: Float64Array.from(columns, (rest) => state.im[rest | offset]),
  }));
}

/** L of M = L Q, Q with orthonormal rows; the rows are overwritten. */
function triangle(rows: readonly Row[]): ComplexMatrix {
  const size = rows.length;
  const result = zeroMatrix(size);
  for (let k = 0; k < size; k++) {
    const { re, im } = rows[k];
    let square = 0;
    for (let c = 0; c < re.length; c++) square += re[c] * re[c] + im[c] * im[c];
    const length = Math.sqrt(square);
    result.re[k * size + k] = length;
    if (length === 0) continue;
    for (let c = 0; c < re.length; c++) {
      re[c] /= length;
      im[c] /= length;
    }
    for (let r = k + 1; r < size; r++) {
      const other = rows[r];
      let real = 0;
      let imaginary = 0;
      for (let c = 0; c < re.length; c++) {
        real += other.re[c] * re[c] + other.im[c] * im[c];
        imaginary += other.im[c] * re[c] - other.re[c] * im[c];
      }
      result.re[r * size + k] = real;
      result.im[r * size + k] = imaginary;
      for (let c = 0; c < re.length; c++) {
        other.re[c] -= real * re[c] - imaginary * im[c];
        other.im[c] -= real * im[c] + imaginary * re[c];
      }
    }
  }
  return result;
}
