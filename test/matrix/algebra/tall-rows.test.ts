import { describe, expect, it } from "vitest";
import { absorbBlock, blockRows } from "../../../src/matrix/algebra/absorb-block.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import { absorbRows, scoreRows } from "../../../src/matrix/algebra/tall-rows.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const shapes = [1, 2, 3, 4, 5, 7, 8, 16, 17, 40, 130].flatMap((columns) =>
  [64, 127, 128, 129, 500].map((rows) => [rows, columns] as const),
);

describe("the kernel of the tall passes", () => {
  it.each(shapes)("absorbs %i × %i as the plain blocks do, bit for bit", (rows, columns) => {
    const { data } = gaussianMatrix({ rows, columns }, seededRandom(rows).split("columns", columns));
    const inverse = Float64Array.from({ length: columns }, (_, k) => 2 ** -k);
    const plain = new Float64Array(columns * columns);
    for (let start = 0; start < rows; start += blockRows) {
      const height = Math.min(blockRows, rows - start);
      const block = new Float64Array(blockRows * columns);
      for (let i = 0; i < height; i++) {
        for (let k = 0; k < columns; k++)
          block[k * blockRows + i] = data[(start + i) * columns + k] * inverse[k];
      }
      absorbBlock(plain, block, height, columns);
    }
    const fast = new Float64Array(columns * columns);
    expect(absorbRows(fast, data, rows, columns, inverse)).toBe(true);
    expect(fast).toEqual(plain);
  });

  it.each(shapes)("scores %i × %i as one row after the other, bit for bit", (rows, columns) => {
    if (rows < columns) return;
    const { data } = gaussianMatrix({ rows, columns }, seededRandom(rows).split("scores", columns));
    const space = rowSpace({
      columns,
      values: data,
      weights: new Float64Array(rows).fill(1),
      counts: new Float64Array(rows).fill(1),
      indices: new Float64Array(rows),
    });
    const fast = new Float64Array(rows);
    space.scoreRows(data, fast);
    expect(fast).toEqual(fast.map((_, i) => space.scoreAt(data, i * columns)));
  });

  it("skips columns of zeros, and leaves short and very wide matrices to the plain loops", () => {
    const zeros = new Float64Array(9);
    expect(absorbRows(zeros, new Float64Array(300), 100, 3, new Float64Array(3).fill(1))).toBe(true);
    expect(zeros).toEqual(new Float64Array(9));
    expect(absorbRows(new Float64Array(1), new Float64Array(10), 10, 1, Float64Array.of(1))).toBe(false);
    const wide = 300;
    expect(
      absorbRows(
        new Float64Array(wide * wide),
        new Float64Array(100 * wide),
        100,
        wide,
        new Float64Array(wide),
      ),
    ).toBe(false);
    expect(
      scoreRows(new Float64Array(10), 1, Float64Array.of(1), Uint32Array.of(1), new Float64Array(10)),
    ).toBe(false);
  });
});
