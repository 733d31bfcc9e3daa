import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

describe("kroneckerProduct", () => {
  it("agrees with that of ml-matrix for three factors of different shapes", () => {
    const shapes = [
      { rows: 3, columns: 2 },
      { rows: 4, columns: 3 },
      { rows: 2, columns: 5 },
    ];
    const factors = shapes.map((shape, k) => gaussianMatrix(shape, seededRandom(1).split("factor", k)));
    const product = kroneckerProduct(factors);
    const [a, b, c] = factors.map(({ rows, columns, data }) => Matrix.from1DArray(rows, columns, [...data]));
    const theirs = a.kroneckerProduct(b).kroneckerProduct(c);
    expect([product.rows, product.columns]).toEqual([24, 30]);
    for (let i = 0; i < 24; i++) {
      for (let k = 0; k < 30; k++) expect(product.at(i, k)).toBeCloseTo(theirs.get(i, k), 14);
    }
  });

  it("refuses no factor, and a product of more than 2^24 entries before it is allocated", () => {
    expect(() => kroneckerProduct([])).toThrow(RangeError);
    const tall = new DenseMatrix(5000, 1, new Float64Array(5000));
    expect(() => kroneckerProduct([tall, tall])).toThrow(/at most 2\^24 entries, got 25000000 × 1/);
    expect(() => kroneckerProduct([tall, tall, tall, tall, tall])).toThrow(RangeError);
  });
});
