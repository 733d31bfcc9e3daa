import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { type ObliviousSketch, obliviousSketch } from "./sketch.ts";

/** The shape of a sketch: `rows` = m of the result, `size` = n of what it applies to. */
export interface SketchShape {
  readonly rows: number;
  readonly size: number;
}

/**
 * Draws a dense sketch of independent normal entries of variance 1/m.
 *
 * The singular values of SU lie in 1 ± (√d + √(2 ln(2/δ)))/√m with probability ≥ 1 − δ (see `embeddingRows`).
 * Cost n·m·d; it draws n·m normals, again at each use.
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1.
 *
 * Source: Davidson and Szarek (2001), Theorem II.13.
 *
 * @example gaussianSketch({ rows: 50, size: 1000 }, seededRandom(7)).apply(matrix).rows // 50
 */
export function gaussianSketch({ rows, size }: SketchShape, random: RandomStream): ObliviousSketch {
  const scale = 1 / Math.sqrt(rows);
  return obliviousSketch("Gaussian sketch", rows, size, ({ columns, data }) => {
    const result = new Float64Array(rows * columns);
    const draws = random.split("gaussian sketch");
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < rows; j++) {
        const g = scale * draws.normal();
        for (let k = 0; k < columns; k++) result[j * columns + k] += g * data[i * columns + k];
      }
    }
    return new DenseMatrix(rows, columns, result);
  });
}
