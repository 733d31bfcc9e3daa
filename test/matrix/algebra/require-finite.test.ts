import { describe, expect, it } from "vitest";
import { requireFinite } from "../../../src/matrix/algebra/require-finite.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { RowClassMatrix } from "../../../src/matrix/row-class-matrix.ts";
import { dense } from "../../support/real-dense.ts";

describe("requireFinite", () => {
  it("accepts every finite number, also the largest and the smallest", () => {
    const matrix = dense([
      [Number.MAX_VALUE, -Number.MAX_VALUE],
      [Number.MIN_VALUE, -0],
    ]);
    expect(() => requireFinite(matrix, "A")).not.toThrow();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "names the first bad entry: %d",
    (bad) => {
      const matrix = dense([
        [1, 2, 3],
        [4, 5, bad],
        [bad, 8, 9],
      ]);
      expect(() => requireFinite(matrix, "A1")).toThrow(RangeError);
      expect(() => requireFinite(matrix, "A1")).toThrow(
        `A1: expected finite numbers, got ${bad} at row 1, column 2 (counted from 0)`,
      );
    },
  );

  it("finds a bad entry behind the first million", () => {
    const matrix = new DenseMatrix(2 ** 20, 2, new Float64Array(2 ** 21));
    matrix.data[2 ** 21 - 1] = Number.NaN;
    expect(() => requireFinite(matrix, "A")).toThrow(`row ${2 ** 20 - 1}, column 1`);
  });

  it("names the first row of a class", () => {
    const matrix = new RowClassMatrix([
      { count: 2 ** 40, row: Float64Array.of(1, 2) },
      { count: 5, row: Float64Array.of(1, Number.NaN) },
    ]);
    expect(() => requireFinite(matrix, "A")).toThrow(`row ${2 ** 40}, column 1`);
  });
});
