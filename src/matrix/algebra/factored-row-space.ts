import { DenseMatrix } from "../dense-matrix.ts";
import type { RowSpace } from "./row-space.ts";
import { scoreRows } from "./tall-rows.ts";

/** What `rowSpace` has worked out about a matrix B = Q E D; see there. */
export interface RowSpaceFactors {
  readonly columns: number;
  readonly condition: number;
  /** r × d: ‖scorer · a‖² is the score of a row inside the row space. */
  readonly scorer: DenseMatrix;
  /** (d − r) × d, orthonormal rows. */
  readonly kernel: DenseMatrix;
  /** Columns in which B is all zero. */
  readonly zero: readonly number[];
  /** V_0ᵀ D⁻¹, which vanishes on the row space; no rows when only columns of zeros make up the kernel. */
  readonly outside: DenseMatrix;
  /** The part ‖outside · a‖ that rounding explains, per unit of √score. */
  readonly tolerance: number;
}

/** The row space of a factored matrix: the loops that score and whiten rows, without allocation. */
export class FactoredRowSpace implements RowSpace {
  readonly columns: number;
  readonly rank: number;
  readonly condition: number;
  readonly whitener: DenseMatrix;
  readonly kernel: DenseMatrix;
  readonly #scorer: Float64Array;
  /** End of the non-zero part of the rows of the scorer up to each: at full rank it is lower triangular. */
  readonly #ends: Uint32Array;
  readonly #zero: Uint32Array;
  readonly #outside: Float64Array;
  readonly #tolerance: number;
  readonly #isFull: boolean;

  constructor(factors: RowSpaceFactors) {
    const { columns, condition, scorer, kernel, zero, outside, tolerance } = factors;
    this.columns = columns;
    this.rank = scorer.rows;
    this.condition = condition;
    this.kernel = kernel;
    this.#scorer = scorer.data;
    this.#ends = new Uint32Array(scorer.rows);
    let end = 0;
    for (let t = 0; t < scorer.rows; t++) {
      for (let k = end; k < columns; k++) if (scorer.at(t, k) !== 0) end = k + 1;
      this.#ends[t] = end;
    }
    this.#zero = Uint32Array.from(zero);
    this.#outside = outside.data;
    this.#tolerance = tolerance;
    this.#isFull = kernel.rows === 0;
    this.whitener = outside.rows === 0 ? scorer : projected(scorer, kernel);
  }

  score(row: Float64Array): number {
    return this.scoreAt(row, 0);
  }

  scoreAt(values: Float64Array, offset: number): number {
    const scorer = this.#scorer;
    const ends = this.#ends;
    const columns = this.columns;
    const rank = this.rank;
    let score = 0;
    let t = 0;
    // Two rows of the scorer at a time: one sum alone would wait for each addition to finish.
    for (; t + 1 < rank; t += 2) {
      const upper = t * columns;
      const lower = upper + columns;
      const end = ends[t + 1];
      let first = 0;
      let second = 0;
      for (let k = 0; k < end; k++) {
        const value = values[offset + k];
        first += scorer[upper + k] * value;
        second += scorer[lower + k] * value;
      }
      score += first * first + second * second;
    }
    if (t < rank) {
      const at = t * columns;
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += scorer[at + k] * values[offset + k];
      score += sum * sum;
    }
    return this.#isFull || this.#isInside(values, offset, score) ? score : Number.POSITIVE_INFINITY;
  }

  scoreRows(values: Float64Array, into: Float64Array): void {
    const { columns } = this;
    if (this.#isFull && scoreRows(values, columns, this.#scorer, this.#ends, into)) return;
    for (let i = 0; i < into.length; i++) into[i] = this.scoreAt(values, i * columns);
  }

  whiten(row: Float64Array, into: Float64Array): void {
    const scorer = this.#scorer;
    const columns = this.columns;
    for (let t = 0; t < this.rank; t++) {
      const end = this.#ends[t];
      let sum = 0;
      for (let k = 0; k < end; k++) sum += scorer[t * columns + k] * row[k];
      into[t] = sum;
    }
  }

  contains(row: Float64Array): boolean {
    return this.scoreAt(row, 0) !== Number.POSITIVE_INFINITY;
  }

  #isInside(values: Float64Array, offset: number, score: number): boolean {
    for (let i = 0; i < this.#zero.length; i++) if (values[offset + this.#zero[i]] !== 0) return false;
    const outside = this.#outside;
    const columns = this.columns;
    let square = 0;
    for (let at = 0; at < outside.length; at += columns) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += outside[at + k] * values[offset + k];
      square += sum * sum;
    }
    // Written so that NaN counts as inside: a score of NaN should be seen, not taken for a direction of the kernel.
    return !(square > this.#tolerance * this.#tolerance * score);
  }
}

/** scorer · (I − KᵀK): the same on the row space and zero on the kernel K, as the pseudo-inverse asks for. */
function projected(scorer: DenseMatrix, kernel: DenseMatrix): DenseMatrix {
  const { rows, columns } = scorer;
  const data = scorer.data.slice();
  for (let t = 0; t < rows; t++) {
    for (let i = 0; i < kernel.rows; i++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += data[t * columns + k] * kernel.at(i, k);
      for (let k = 0; k < columns; k++) data[t * columns + k] -= sum * kernel.at(i, k);
    }
  }
  return new DenseMatrix(rows, columns, data);
}
