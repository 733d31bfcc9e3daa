import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { WorkCount } from "../work-count.ts";

/**
 * Computes Qᵀ diag(y) Q, d × d, row by row.
 *
 * Work: about nd² flops (the half above the diagonal is mirrored).
 */
export function weightedGram(basis: DenseMatrix, y: ArrayLike<number>, work?: WorkCount): Float64Array {
  const { rows, columns, data } = basis;
  const gram = new Float64Array(columns * columns);
  for (let i = 0; i < rows; i++) {
    const at = i * columns;
    for (let k = 0; k < columns; k++) {
      const scaled = y[i] * data[at + k];
      for (let l = k; l < columns; l++) gram[k * columns + l] += scaled * data[at + l];
    }
  }
  for (let k = 0; k < columns; k++) {
    for (let l = 0; l < k; l++) gram[k * columns + l] = gram[l * columns + k];
  }
  work?.spend(rows * columns * (columns + 2));
  return gram;
}

/**
 * Applies the entrywise square of a projection, (P∘P) y = diag(P diag(y) P) with P = QQᵀ, without forming P.
 *
 * Entry i is q_iᵀ (Qᵀ diag(y) Q) q_i with q_i the rows of Q.
 *
 * Shapes: Q is n × d with orthonormal columns, y and the result have length n. Work: about 3nd² flops, d² words; P itself would
 * take n² words, and P∘P n²d flops.
 *
 * @example squaredProjection(basis, new Float64Array(n).fill(1)) // the leverage scores: P∘P has row sums P_ii
 */
export function squaredProjection(
  basis: DenseMatrix,
  y: ArrayLike<number>,
  work?: WorkCount,
  gram: Float64Array = weightedGram(basis, y, work),
): Float64Array {
  const { rows, columns, data } = basis;
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const at = i * columns;
    let sum = 0;
    for (let k = 0; k < columns; k++) {
      let part = 0;
      for (let l = 0; l < columns; l++) part += gram[k * columns + l] * data[at + l];
      sum += part * data[at + k];
    }
    result[i] = sum;
  }
  work?.spend(rows * columns * (2 * columns + 2));
  return result;
}
