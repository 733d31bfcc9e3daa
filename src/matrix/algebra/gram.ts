import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { scaledRows } from "./scaled-rows.ts";

/**
 * Multiplies out the Gram matrix AᵀA, d × d; for weighted rows Σ_e counts[e] · weights[e]² · a_e a_eᵀ.
 *
 * For display and comparison only: it squares the condition of A, so scores, ranks and bounds are computed from
 * `rowSpace` instead.
 *
 * Errors: RangeError for entries, weights or counts that are not finite.
 *
 * @example gramMatrix(new DenseMatrix(2, 1, Float64Array.of(3, 4))).data // Float64Array [25]
 */
export function gramMatrix(matrix: RealMatrix | WeightedRows): DenseMatrix {
  const { length, columns, values, scale } = scaledRows(matrix, "gramMatrix");
  const gram = new Float64Array(columns * columns);
  const row = new Float64Array(columns);
  for (let e = 0; e < length; e++) {
    const s = scale === undefined ? 1 : scale[e];
    for (let k = 0; k < columns; k++) row[k] = s * values[e * columns + k];
    for (let i = 0; i < columns; i++) {
      for (let k = i; k < columns; k++) gram[i * columns + k] += row[i] * row[k];
    }
  }
  for (let i = 0; i < columns; i++) {
    for (let k = 0; k < i; k++) gram[i * columns + k] = gram[k * columns + i];
  }
  return new DenseMatrix(columns, columns, gram);
}
