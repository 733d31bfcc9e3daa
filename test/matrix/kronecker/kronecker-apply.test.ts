import { describe, expect, it } from "vitest";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { kroneckerApply, kroneckerApplyTranspose } from "../../../src/matrix/kronecker/kronecker-apply.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { largestDifference, multiply, transpose } from "../../support/real-dense.ts";

const random = seededRandom(1);
const shapes = [
  { rows: 5, columns: 2 },
  { rows: 3, columns: 4 },
  { rows: 1, columns: 3 },
];
const factors = shapes.map((shape, k) => gaussianMatrix(shape, random.split("factor", k)));
const vector = (length: number) =>
  gaussianMatrix({ rows: length, columns: 1 }, random.split("vector", length));

describe.each([1, 2, 3])("with %d factors", (count) => {
  const some = factors.slice(0, count);
  const product = kroneckerProduct(some);

  it("kroneckerApply is the product times x", () => {
    const x = vector(product.columns);
    const copy = [...x.data];
    expect(largestDifference(kroneckerApply(some, x.data), multiply(product, x).data)).toBeLessThan(1e-13);
    expect([...x.data]).toEqual(copy);
  });

  it("kroneckerApplyTranspose is the transposed product times y", () => {
    const y = vector(product.rows);
    const expected = multiply(transpose(product), y).data;
    expect(largestDifference(kroneckerApplyTranspose(some, y.data), expected)).toBeLessThan(1e-13);
  });
});

describe("kroneckerApply", () => {
  it("is A X Bᵀ for x = X as a matrix", () => {
    const [a, b] = factors;
    const x = vector(8);
    const expected = multiply(multiply(a, new DenseMatrix(2, 4, x.data)), transpose(b));
    expect(largestDifference(kroneckerApply([a, b], x.data), expected.data)).toBeLessThan(1e-13);
  });

  it("reaches products that could not be expanded", () => {
    const tall = gaussianMatrix({ rows: 2000, columns: 2 }, seededRandom(2));
    const y = kroneckerApply([tall, tall], Float64Array.of(1, 0, 0, 0));
    expect(y).toHaveLength(4_000_000);
    expect(y[2000 * 7 + 11]).toBeCloseTo(tall.at(7, 0) * tall.at(11, 0), 14);
  });

  it("refuses vectors of another length", () => {
    expect(() => kroneckerApply(factors, new Float64Array(23))).toThrow(/2 · 4 · 3 = 24 values, got 23/);
    expect(() => kroneckerApplyTranspose(factors, new Float64Array(14))).toThrow(
      /5 · 3 · 1 = 15 values, got 14/,
    );
  });
});
