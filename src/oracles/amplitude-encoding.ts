import type { Circuit } from "../circuit/circuit.ts";
import { prepareRealState } from "../circuit/synthesis/prepare-real-state.ts";
import type { DenseMatrix } from "../matrix/dense-matrix.ts";
import { readAllRows } from "./read-all-rows.ts";
import type { RowOracle } from "./row-oracle.ts";

/** A state whose amplitudes are the entries of a matrix, and the circuit that prepares it. */
export interface AmplitudeEncoding {
  readonly circuit: Circuit;
  /** The row register, lowest bit first. */
  readonly row: readonly number[];
  /** The column register, lowest bit first. */
  readonly column: readonly number[];
  /** The Frobenius norm that the entries are divided by. */
  readonly norm: number;
}

/**
 * Prepares |A⟩ = (1/‖A‖_F) Σ_{i,k} A_ik |i⟩|k⟩, rows and columns padded with zeros to powers of two.
 *
 * Measuring the row register shows i with probability ‖a_i‖²/‖A‖_F²: length-squared sampling, not leverage sampling.
 * Cost: 2^n − 2 CNOT and 2^n − 1 RY on n qubits in all.
 * Queries: n classical row queries, for the tree of norms.
 *
 * Errors: RangeError for a matrix of zeros.
 *
 * Source: Kerenidis and Prakash, arXiv:1603.08675; Möttönen et al., quant-ph/0407010.
 */
export function amplitudeEncoding(oracle: RowOracle): AmplitudeEncoding {
  return encodeEntries(readAllRows(oracle));
}

/** The state of the entries of a matrix that has been read. */
export function encodeEntries(matrix: DenseMatrix): AmplitudeEncoding {
  const columnQubits = Math.ceil(Math.log2(matrix.columns));
  const rowQubits = Math.ceil(Math.log2(matrix.rows));
  const padded = new Float64Array(2 ** (rowQubits + columnQubits));
  for (let i = 0; i < matrix.rows; i++) padded.set(matrix.row(i), i * 2 ** columnQubits);
  return {
    circuit: prepareRealState(padded),
    row: Array.from({ length: rowQubits }, (_, q) => columnQubits + q),
    column: Array.from({ length: columnQubits }, (_, q) => q),
    norm: Math.hypot(...matrix.data),
  };
}

/**
 * |A1 ⊗ A2 ⊗ …⟩ from the encodings of the factors: their states side by side, and a relabelling of qubits.
 *
 * |i⟩|k⟩|j⟩|l⟩ is read as |i⟩|j⟩|k⟩|l⟩: the row register is that of A2 (low) followed by that of A1, the same for columns.
 * No gate is needed; the norms multiply.
 *
 * Errors: RangeError for no factor.
 */
export function kroneckerEncoding(factors: readonly AmplitudeEncoding[]): AmplitudeEncoding {
  if (factors.length === 0) {
    throw new RangeError("kroneckerEncoding: expected at least one factor, got none; encode a matrix first.");
  }
  return factors.reduce((first, second) => {
    const shift = (qubits: readonly number[]) => qubits.map((q) => q + second.circuit.qubits);
    return {
      circuit: first.circuit.tensor(second.circuit),
      row: [...second.row, ...shift(first.row)],
      column: [...second.column, ...shift(first.column)],
      norm: first.norm * second.norm,
    };
  });
}
