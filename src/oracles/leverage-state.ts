import { rowSpace } from "../matrix/algebra/row-space.ts";
import { DenseMatrix } from "../matrix/dense-matrix.ts";
import { type AmplitudeEncoding, encodeEntries } from "./amplitude-encoding.ts";
import { readAllRows } from "./read-all-rows.ts";
import type { RowOracle } from "./row-oracle.ts";

/** A state whose row register follows the leverage scores. */
export interface LeverageState extends AmplitudeEncoding {
  /** The rank r of the matrix, the sum of its leverage scores. */
  readonly rank: number;
}

/**
 * Prepares |LS⟩ = (1/√r) Σ_{i,k} (A Cᵀ)_ik |i⟩|k⟩ with CᵀC = (AᵀA)⁺, directly from the stored entries.
 *
 * Measuring the row register shows i with probability τ_i/r, the leverage law. The row registers of several factors side
 * by side (`kroneckerEncoding`) follow that of their Kronecker product.
 * Queries: n classical row queries.
 *
 * Errors: RangeError for a matrix of rank 0.
 */
export function leverageState(oracle: RowOracle): LeverageState {
  const matrix = readAllRows(oracle);
  const { rank, whitener } = rowSpace(matrix);
  if (rank === 0) {
    throw new RangeError(
      `leverageState: expected a matrix of rank ≥ 1, got zeros in ${oracle.name}; check the data.`,
    );
  }
  return { ...encodeEntries(whitened(matrix, whitener)), rank };
}

/** A Cᵀ, n × r. */
export function whitened(matrix: DenseMatrix, whitener: DenseMatrix): DenseMatrix {
  const data = new Float64Array(matrix.rows * whitener.rows);
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = 0; k < whitener.rows; k++) {
      let sum = 0;
      for (let c = 0; c < matrix.columns; c++) sum += matrix.at(i, c) * whitener.at(k, c);
      data[i * whitener.rows + k] = sum;
    }
  }
  return new DenseMatrix(matrix.rows, whitener.rows, data);
}
