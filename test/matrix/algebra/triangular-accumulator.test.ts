import { describe, expect, it } from "vitest";
import { product } from "../../../src/matrix/algebra/product.ts";
import { transposed } from "../../../src/matrix/algebra/transposed.ts";
import { TriangularAccumulator } from "../../../src/matrix/algebra/triangular-accumulator.ts";
import { triangularFactor } from "../../../src/matrix/algebra/triangular-factor.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { largestDifference } from "../../support/real-dense.ts";

const matrix = gaussianMatrix({ rows: 300, columns: 5 }, seededRandom(2));

function streamed({ rows, columns, data }: DenseMatrix, blockRows: number): DenseMatrix {
  const accumulator = new TriangularAccumulator(columns);
  for (let start = 0; start < rows; start += blockRows) {
    const length = Math.min(blockRows, rows - start);
    const values = data.subarray(start * columns, (start + length) * columns);
    accumulator.addScaled({ length, columns, values, scale: undefined }, "test");
  }
  expect(accumulator.rows).toBe(rows);
  const { factor, unit } = accumulator.finish();
  return new DenseMatrix(
    columns,
    columns,
    factor.map((x, at) => x * unit[at % columns]),
  );
}

describe("TriangularAccumulator", () => {
  it.each([1, 13, 64, 200, 300])(
    "gives the factor of the whole matrix from blocks of %i rows",
    (blockRows) => {
      const factor = streamed(matrix, blockRows);
      expect(largestDifference(factor.data, triangularFactor(matrix).data)).toBeLessThan(1e-12);
      const gap = largestDifference(
        product(transposed(factor), factor).data,
        product(transposed(matrix), matrix).data,
      );
      expect(gap).toBeLessThan(1e-11);
    },
  );

  it("can be asked in the middle and go on", () => {
    const accumulator = new TriangularAccumulator(5);
    const rows = { length: 300, columns: 5, values: matrix.data, scale: undefined };
    accumulator.addScaled(rows, "test");
    const once = accumulator.finish();
    expect(accumulator.finish()).toEqual(once);
    accumulator.addScaled(rows, "test");
    // The same rows twice: √2 R.
    const twice = accumulator.finish();
    expect(
      largestDifference(
        twice.factor,
        once.factor.map((x) => x * Math.SQRT2),
      ),
    ).toBeLessThan(1e-13);
  });

  it("takes each row times its scale, and refuses products that overflow", () => {
    const accumulator = new TriangularAccumulator(1);
    accumulator.addScaled(
      { length: 2, columns: 1, values: Float64Array.of(3, 4), scale: Float64Array.of(1, 0) },
      "test",
    );
    const { factor, unit } = accumulator.finish();
    expect(factor[0] * unit[0]).toBe(3);
    const overflow = { length: 1, columns: 1, values: Float64Array.of(1e300), scale: Float64Array.of(1e300) };
    expect(() => accumulator.addScaled(overflow, "A1")).toThrow(
      /A1: expected rows times their weights to stay below 1\.8e308/,
    );
  });

  it("keeps what came first when entries grow by 300 powers of ten in between", () => {
    const tall = new DenseMatrix(
      200,
      2,
      Float64Array.from({ length: 400 }, (_, at) => (at < 200 ? 1e-150 : 1e150) * Math.sin(at + 1)),
    );
    const factor = streamed(tall, 10);
    const whole = triangularFactor(tall);
    expect(
      largestDifference(
        factor.data.map((x) => x / 1e150),
        whole.data.map((x) => x / 1e150),
      ),
    ).toBeLessThan(1e-13);
  });
});
