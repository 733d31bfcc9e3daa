import { absorbBlock, blockRows } from "./absorb-block.ts";
import type { ScaledRows } from "./scaled-rows.ts";
import { absorbRows } from "./tall-rows.ts";
import type { ScaledTriangularFactor } from "./triangular-factor.ts";

/** Entries may exceed the unit of their column by this before the unit grows: their squares stay far from overflow. */
const HEADROOM = 2 ** 64;

/**
 * Collects the triangular factor R of a matrix, RᵀR = AᵀA, while its rows come in, and forgets the rows.
 *
 * Columns are kept in units of a power of two near their largest entry, so that nothing is rounded by the scaling. The
 * unit is set by the first rows and grows with later ones, so the whole range of float64 can be streamed.
 *
 * Memory: O(d²) whatever the number of rows; cost 2 d² a row.
 *
 * Source: Demmel, Grigori, Hoemmen and Langou (2012), "Communication-optimal parallel and sequential QR and LU
 * factorizations", section 2 (sequential TSQR).
 */
export class TriangularAccumulator {
  readonly #factor: Float64Array;
  readonly #block: Float64Array;
  /** 0 while a column has held only zeros. */
  readonly #unit: Float64Array;
  #rows = 0;

  constructor(readonly columns: number) {
    this.#factor = new Float64Array(columns * columns);
    this.#block = new Float64Array(blockRows * columns);
    this.#unit = new Float64Array(columns);
  }

  /** How many rows have come in. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds rows, each times its scale. Errors: RangeError where a row times its scale overflows. */
  addScaled({ length, columns, values, scale }: ScaledRows, name: string): void {
    this.#growUnits({ length, columns, values, scale }, name);
    const inverse = this.#unit.map((unit) => (unit === 0 ? 1 : 1 / unit));
    this.#rows += length;
    if (scale === undefined && absorbRows(this.#factor, values, length, columns, inverse)) return;
    const block = this.#block;
    for (let start = 0; start < length; start += blockRows) {
      const height = Math.min(blockRows, length - start);
      for (let i = 0; i < height; i++) {
        const at = (start + i) * columns;
        const s = scale === undefined ? 1 : scale[start + i];
        // Columns of the block lie one after the other, so that the reflections run along memory.
        for (let k = 0; k < columns; k++) block[k * blockRows + i] = values[at + k] * s * inverse[k];
      }
      absorbBlock(this.#factor, block, height, columns);
    }
  }

  /** The factor of all rows so far, with a diagonal that is not negative. More rows may follow. */
  finish(): ScaledTriangularFactor {
    const { columns } = this;
    const factor = this.#factor.slice();
    for (let i = 0; i < columns; i++) {
      if (factor[i * columns + i] >= 0) continue;
      for (let k = i; k < columns; k++) factor[i * columns + k] = -factor[i * columns + k];
    }
    return { factor, unit: this.#unit.map((unit) => (unit === 0 ? 1 : unit)) };
  }

  #growUnits({ length, columns, values, scale }: ScaledRows, name: string): void {
    const largest = new Float64Array(columns);
    for (let e = 0, at = 0; e < length; e++) {
      const s = scale === undefined ? 1 : Math.abs(scale[e]);
      for (let k = 0; k < columns; k++, at++) {
        const size = Math.abs(values[at]) * s;
        if (size > largest[k]) largest[k] = size;
      }
    }
    for (let k = 0; k < columns; k++) {
      const size = largest[k];
      if (size === Number.POSITIVE_INFINITY) {
        throw new RangeError(
          `${name}: expected rows times their weights to stay below 1.8e308, got an overflow in column ${k}; scale that column down.`,
        );
      }
      const before = this.#unit[k];
      if (size === 0 || (before > 0 && size <= before * HEADROOM)) continue;
      const unit = 2 ** Math.min(1023, Math.max(-1022, Math.ceil(Math.log2(size))));
      this.#unit[k] = unit;
      if (before === 0) continue;
      const shrink = before / unit;
      for (let i = 0; i <= k; i++) this.#factor[i * columns + k] *= shrink;
    }
  }
}
