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

/** Rows per block: the block and the factor stay in the first-level cache for the widths that matter. */
const BLOCK = 128;

/** Squares below this are rounding dust next to the column maximum of 1, and their reciprocal would overflow. */
const NEGLIGIBLE = 1e-280;

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
  const { length, columns, values, scale } = rows;
  const unit = columnUnits(rows, name);
  const inverse = unit.map((u) => 1 / u);
  const block = new Float64Array(BLOCK * columns);
  const factor = new Float64Array(columns * columns);
  for (let start = 0; start < length; start += BLOCK) {
    const height = Math.min(BLOCK, length - start);
    for (let i = 0; i < height; i++) {
      const at = (start + i) * columns;
      const s = scale === undefined ? 1 : scale[start + i];
      // Columns of the block lie one after the other, so that the reflections run along memory.
      for (let k = 0; k < columns; k++) block[k * BLOCK + i] = values[at + k] * s * inverse[k];
    }
    absorb(factor, block, height, columns);
  }
  for (let i = 0; i < columns; i++) {
    if (factor[i * columns + i] >= 0) continue;
    for (let k = i; k < columns; k++) factor[i * columns + k] = -factor[i * columns + k];
  }
  return { factor, unit };
}

/** For each column the power of two just above its largest entry. */
function columnUnits({ length, columns, values, scale }: ScaledRows, name: string): Float64Array {
  const largest = new Float64Array(columns);
  for (let e = 0, at = 0; e < length; e++) {
    const s = scale === undefined ? 1 : Math.abs(scale[e]);
    for (let k = 0; k < columns; k++, at++) {
      const size = Math.abs(values[at]) * s;
      if (size > largest[k]) largest[k] = size;
    }
  }
  return largest.map((size, k) => {
    if (size === 0) return 1;
    if (size === Number.POSITIVE_INFINITY) {
      throw new RangeError(
        `${name}: expected rows times their weights to stay below 1.8e308, got an overflow in column ${k}; scale that column down.`,
      );
    }
    return 2 ** Math.min(1023, Math.max(-1022, Math.ceil(Math.log2(size))));
  });
}

/**
 * Overwrites the triangular factor R with that of [R; block]. The block is destroyed.
 *
 * Reflection k acts on entry (k, k) of R and on the block only: I − f v vᵀ with v = (R_kk + sign(R_kk) ν, x),
 * ν = ‖(R_kk, x)‖ and f = 1/(ν (ν + |R_kk|)), for x the k-th column of the block.
 */
function absorb(factor: Float64Array, block: Float64Array, height: number, columns: number): void {
  for (let k = 0; k < columns; k++) {
    const x = k * BLOCK;
    let square = 0;
    for (let i = 0; i < height; i++) square += block[x + i] * block[x + i];
    if (square < NEGLIGIBLE) continue;
    const corner = factor[k * columns + k];
    const norm = Math.sqrt(corner * corner + square);
    const head = corner < 0 ? corner - norm : corner + norm;
    const f = 1 / (norm * (norm + Math.abs(corner)));
    factor[k * columns + k] = corner < 0 ? norm : -norm;
    for (let j = k + 1; j < columns; j++) {
      const y = j * BLOCK;
      const r = k * columns + j;
      // Two partial sums, because one would wait for each addition to finish.
      let even = 0;
      let odd = 0;
      let i = 0;
      for (; i + 1 < height; i += 2) {
        even += block[x + i] * block[y + i];
        odd += block[x + i + 1] * block[y + i + 1];
      }
      if (i < height) even += block[x + i] * block[y + i];
      const w = f * (head * factor[r] + even + odd);
      factor[r] -= w * head;
      for (i = 0; i < height; i++) block[y + i] -= w * block[x + i];
    }
  }
}
