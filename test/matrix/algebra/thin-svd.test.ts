import { Matrix, SVD } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { thinSvd } from "../../../src/matrix/algebra/thin-svd.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply, scaleColumns, transpose } from "../../support/real-dense.ts";

describe("thinSvd", () => {
  it.each([
    ["tall", gaussianMatrix({ rows: 300, columns: 4 }, seededRandom(1)), 4],
    ["square", gaussianMatrix({ rows: 5, columns: 5 }, seededRandom(2)), 5],
    ["wide", gaussianMatrix({ rows: 3, columns: 6 }, seededRandom(3)), 3],
    ["dependent columns", rankDeficientMatrix({ rows: 50, columns: 5, rank: 2 }, seededRandom(4)), 2],
  ])("gives back A = U S Vᵀ with orthonormal U and V: %s", (_, matrix, rank) => {
    const { left, singularValues, right } = thinSvd(matrix);
    expect(singularValues).toHaveLength(rank);
    const product = multiply(scaleColumns(left, [...singularValues]), transpose(right));
    expect(largestDifference(product.data, matrix.data)).toBeLessThan(1e-12);
    for (const vectors of [left, right]) {
      const gram = gramMatrix(vectors);
      for (let i = 0; i < rank; i++) {
        for (let k = 0; k < rank; k++) expect(gram.at(i, k)).toBeCloseTo(i === k ? 1 : 0, 12);
      }
    }
    const theirs = new SVD(Matrix.from1DArray(matrix.rows, matrix.columns, [...matrix.data]), {
      autoTranspose: true,
    }).diagonal.slice(0, rank);
    expect(largestDifference(singularValues, theirs)).toBeLessThan(1e-12);
  });

  it.each([1e-200, 1e200])("keeps its digits in any unit of the data: times %d", (unit) => {
    const matrix = gaussianMatrix({ rows: 20, columns: 3 }, seededRandom(5));
    const plain = thinSvd(matrix);
    const scaled = thinSvd(scaleColumns(matrix, [unit, unit, unit]));
    expect(
      largestDifference(
        scaled.singularValues.map((s) => s / unit),
        plain.singularValues,
      ),
    ).toBeLessThan(1e-13);
    const products = [scaled, plain].map(({ left }) => multiply(left, transpose(left)).data);
    expect(largestDifference(products[0], products[1])).toBeLessThan(1e-13);
  });

  it("has no singular values for the zero matrix", () => {
    const { left, singularValues, right } = thinSvd(new DenseMatrix(3, 2, new Float64Array(6)));
    expect([left.rows, left.columns, singularValues.length, right.rows, right.columns]).toEqual([
      3, 0, 0, 2, 0,
    ]);
  });

  it("refuses entries that are not finite", () => {
    expect(() => thinSvd(dense([[Number.NaN]]))).toThrow(RangeError);
  });
});
