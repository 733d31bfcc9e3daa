import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { distinctIndices } from "../../random/distinct-indices.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { SketchShape } from "./gaussian-sketch.ts";
import { type ObliviousSketch, obliviousSketch } from "./sketch.ts";

/**
 * Draws a subsampled randomised Hadamard transform (SRHT): S = √(N/m) P H D, D random signs, H the orthonormal Hadamard matrix of the
 * next power of two N ≥ n, P the choice of m of its rows.
 *
 * H D makes all leverage scores nearly equal, so that uniform rows do. Cost d N lg N (see `embeddingRows` for m).
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1, and for more rows than N.
 *
 * Source: Ailon and Chazelle (2006); Tropp, arXiv:1011.1595.
 *
 * @example hadamardSketch({ rows: 100, size: 1000 }, seededRandom(7)).apply(matrix).rows // 100
 */
export function hadamardSketch({ rows, size }: SketchShape, random: RandomStream): ObliviousSketch {
  const padded = 2 ** Math.ceil(Math.log2(Math.max(1, size)));
  if (rows > padded) {
    throw new RangeError(
      `Hadamard sketch: expected at most ${padded} rows, got ${rows}; a sketch longer than the padded matrix saves nothing.`,
    );
  }
  return obliviousSketch("Hadamard sketch", rows, size, ({ columns, data }) => {
    const signs = randomSigns(size, random.split("signs"));
    const chosen = distinctIndices(rows, padded, random.split("rows"));
    const scale = 1 / Math.sqrt(rows);
    const result = new Float64Array(rows * columns);
    const work = new Float64Array(padded);
    for (let k = 0; k < columns; k++) {
      for (let i = 0; i < size; i++) work[i] = signs[i] * data[i * columns + k];
      work.fill(0, size);
      hadamardTransform(work);
      for (let j = 0; j < rows; j++) result[j * columns + k] = scale * work[chosen[j]];
    }
    return new DenseMatrix(rows, columns, result);
  });
}

/** Random signs, 32 from each number of the stream. */
export function randomSigns(length: number, stream: RandomStream): Int8Array {
  const signs = new Int8Array(length);
  let bits = 0;
  for (let i = 0; i < length; i++) {
    if (i % 32 === 0) bits = stream.bits32();
    signs[i] = (bits >>> (i % 32)) & 1 ? 1 : -1;
  }
  return signs;
}

/**
 * Multiplies a vector by the Hadamard matrix with entries (−1)^(i·j), in place; its length is a power of two.
 */
export function hadamardTransform(values: Float64Array): void {
  for (let half = 1; half < values.length; half *= 2) {
    for (let start = 0; start < values.length; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const a = values[i];
        const b = values[i + half];
        values[i] = a + b;
        values[i + half] = a - b;
      }
    }
  }
}
