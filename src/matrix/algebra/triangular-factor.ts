/*
 * The triangular factor of a tall matrix, block of rows by block of rows.
 *
 * ml-matrix has a Householder QR and kronket uses it for small matrices. The tall pass is written out here because
 * it must stream over millions of rows with a workspace of one block, and must take a class of 2^40 identical
 * rows, or a weighted row, as one scaled row; ml-matrix would copy the whole matrix and expand the classes.
 */

import { DenseMatrix } from "../dense-matrix.ts";
import type { RealMatrix } from "../real-matrix.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { type ScaledRows, scaledRows } from "./scaled-rows.ts";
import { TriangularAccumulator } from "./triangular-accumulator.ts";

/**
 * Computes the upper-triangular R with RᵀR = AᵀA, by Householder reflections and never through AᵀA.
 *
 * A in row blocks: R ← triangular factor of [R; block]. A row of a class with count c enters as √c · a, a weighted
 * row as √count · weight · a. The diagonal is not negative, which makes R unique when A has full column rank.
 * Columns are scaled by powers of two inside, so columns of very different sizes keep their relative accuracy.
 *
 * Shapes: A is n × d, R is min(n, d) × d, where n counts classes or entries. Memory O((block + d) · d).
 *
 * Errors: RangeError for entries, weights or counts that are not finite.
 *
 * @example triangularFactor(new DenseMatrix(2, 1, Float64Array.of(3, 4))).data // Float64Array [5]
 *
 * Source: Demmel, Grigori, Hoemmen and Langou (2012), "Communication-optimal parallel and sequential QR and LU
 * factorizations", section 2 (sequential TSQR).
 */
export function triangularFactor(matrix: RealMatrix | WeightedRows): DenseMatrix {
  const rows = scaledRows(matrix, "triangularFactor");
  const { columns } = rows;
  const { factor, unit } = scaledTriangularFactor(rows, "triangularFactor");
  const height = Math.min(rows.length, columns);
  const data = factor.slice(0, height * columns);
  for (let i = 0; i < height; i++) {
    for (let k = i; k < columns; k++) data[i * columns + k] *= unit[k];
  }
  return new DenseMatrix(height, columns, data);
}

/** The factor of A with columns divided by `unit` (powers of two, so that nothing is rounded): d × d, row by row. */
export interface ScaledTriangularFactor {
  readonly factor: Float64Array;
  /** Power of two near the largest entry of each column; 1 for a column of zeros. */
  readonly unit: Float64Array;
}

/** Computes the triangular factor before the column scaling is undone, for callers that scale columns themselves. */
export function scaledTriangularFactor(rows: ScaledRows, name: string): ScaledTriangularFactor {
  const accumulator = new TriangularAccumulator(rows.columns);
  accumulator.addScaled(rows, name);
  return accumulator.finish();
}
