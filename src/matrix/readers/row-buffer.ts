import { LimitError } from "../../errors/limit-error.ts";
import { DenseMatrix } from "../dense-matrix.ts";

/** About 8 MiB of numbers. */
const largestBlock = 2 ** 20;

/**
 * Collects rows of equal width whose number is not known beforehand, in blocks that are joined once at the end.
 *
 * A hot loop writes one row into `block` from `at` on and then adds `width` to `at`; to drop the row again it just
 * leaves `at` as it was. `room()` must be called before each row. Joining blocks once needs twice the matrix at the
 * end, where doubling one array would need three times.
 *
 * Errors: LimitError from `room()` as soon as the rows take more than `maxBytes`.
 */
export class RowBuffer {
  block: Float64Array;
  at = 0;
  #full: Float64Array[] = [];
  #entries = 0;

  constructor(
    readonly subject: string,
    readonly width: number,
    readonly maxBytes: number,
  ) {
    this.block = new Float64Array(Math.min(64 * width, this.#entriesLeft()));
  }

  /** The number of rows that are kept. */
  get rows(): number {
    return (this.#entries + this.at) / this.width;
  }

  /** Makes sure that one more row fits into `block`. */
  room(): void {
    if (this.at < this.block.length) return;
    const left = this.#entriesLeft();
    if (left === 0) {
      const needed = (this.#entries + this.at + this.width) * 8;
      const remedy = "raise maxBytes or keep fewer columns";
      throw new LimitError(this.subject, this.maxBytes, needed, "bytes", remedy);
    }
    this.#full.push(this.block);
    this.#entries += this.at;
    this.at = 0;
    const wanted = Math.min(largestBlock, 2 * this.block.length);
    this.block = new Float64Array(Math.min(Math.ceil(wanted / this.width) * this.width, left));
  }

  /** All rows as one matrix. The buffer is empty afterwards. */
  toMatrix(): DenseMatrix {
    const rows = this.rows;
    const data = new Float64Array(rows * this.width);
    let start = 0;
    for (let block = this.#full.shift(); block !== undefined; block = this.#full.shift()) {
      data.set(block, start);
      start += block.length;
    }
    data.set(this.block.subarray(0, this.at), start);
    this.block = new Float64Array(0);
    this.at = 0;
    this.#entries = 0;
    return new DenseMatrix(rows, this.width, data);
  }

  /** The rows so far as one matrix, undefined when there are none; the buffer begins anew and may take as much again. */
  take(): DenseMatrix | undefined {
    if (this.rows === 0) return undefined;
    const matrix = this.toMatrix();
    this.block = new Float64Array(Math.min(64 * this.width, this.#entriesLeft()));
    return matrix;
  }

  /** How many entries may still be taken, a whole number of rows. */
  #entriesLeft(): number {
    return Math.max(0, Math.floor(this.maxBytes / (8 * this.width)) * this.width - this.#entries - this.at);
  }
}
