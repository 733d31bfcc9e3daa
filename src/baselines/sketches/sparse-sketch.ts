import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { requireCount } from "../row-source.ts";
import type { SketchShape } from "./gaussian-sketch.ts";
import { type ObliviousSketch, obliviousSketch } from "./sketch.ts";

/**
 * Draws a CountSketch: each row of A is added to one random row of the result, with a random sign.
 *
 * Needs O(d²/ε²) rows, but touches every entry of A once: cost nnz(A) (see `embeddingRows`).
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1.
 *
 * Source: Clarkson and Woodruff, arXiv:1207.6365; Nelson and Nguyen, arXiv:1211.1002, Theorem 3.
 *
 * @example countSketch({ rows: 200, size: 10_000 }, seededRandom(7)).apply(matrix)
 */
export function countSketch(shape: SketchShape, random: RandomStream): ObliviousSketch {
  return { ...sparseSignSketch({ ...shape, nonzeros: 1 }, random), name: "CountSketch" };
}

/**
 * Draws a sparse sign sketch: each row of A is added to `nonzeros` = s rows of the result with entries ±1/√s, one in each of
 * s blocks of rows (default 8, or m where that is less).
 *
 * In practice m of a few d rows suffice at s = 8; the proofs ask for m = O(d ln(d/δ)/ε²) and s = O(ln(d/δ)/ε) with constants
 * that nobody uses. Cost s·nnz(A).
 *
 * Errors: RangeError for sizes that are not whole numbers ≥ 1 and more non-zeros than rows.
 *
 * Source: Cohen, SODA 2016, "Nearly tight oblivious subspace embeddings by trace inequalities"; Martinsson and Tropp,
 * arXiv:2002.01387, section 9.2.
 *
 * @example sparseSignSketch({ rows: 100, size: 10_000 }, seededRandom(7)).apply(matrix)
 */
export function sparseSignSketch(
  { rows, size, nonzeros = Math.min(8, rows) }: SketchShape & { readonly nonzeros?: number },
  random: RandomStream,
): ObliviousSketch {
  requireCount("sparse sign sketch", "nonzeros", nonzeros);
  if (nonzeros > rows) {
    throw new RangeError(
      `sparse sign sketch: expected at most ${rows} non-zeros, one a row of the sketch, got ${nonzeros}; use fewer.`,
    );
  }
  const scale = 1 / Math.sqrt(nonzeros);
  const starts = Array.from({ length: nonzeros + 1 }, (_, b) => Math.floor((b * rows) / nonzeros));
  return obliviousSketch("sparse sign sketch", rows, size, ({ columns, data }) => {
    const result = new Float64Array(rows * columns);
    const draws = random.split("sparse sketch");
    for (let i = 0; i < size; i++) {
      const from = i * columns;
      for (let b = 0; b < nonzeros; b++) {
        const width = starts[b + 1] - starts[b];
        // One number gives the place and the sign.
        const place = draws.integer(2 * width);
        const sign = place < width ? scale : -scale;
        const to = (starts[b] + (place < width ? place : place - width)) * columns;
        for (let k = 0; k < columns; k++) result[to + k] += sign * data[from + k];
      }
    }
    return new DenseMatrix(rows, columns, result);
  });
}
