import { Matrix, QrDecomposition } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { triangularFactor } from "../../../src/matrix/algebra/triangular-factor.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { rowClasses } from "../../../src/matrix/generators/row-classes.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply, scaleColumns, transpose } from "../../support/real-dense.ts";

describe("triangularFactor", () => {
  it.each([
    [1, 1],
    [5, 5],
    [127, 3],
    [128, 3],
    [129, 3],
    [1000, 7],
    [300, 40],
  ])("agrees with the QR of ml-matrix up to signs: %d × %d", (rows, columns) => {
    const matrix = gaussianMatrix({ rows, columns }, seededRandom(1));
    const theirs = new QrDecomposition(Matrix.from1DArray(rows, columns, [...matrix.data]))
      .upperTriangularMatrix;
    const ours = triangularFactor(matrix);
    expect(ours.rows).toBe(columns);
    for (let i = 0; i < columns; i++) {
      const sign = Math.sign(theirs.get(i, i));
      expect(ours.at(i, i)).toBeGreaterThan(0);
      for (let k = 0; k < columns; k++) {
        const expected = k < i ? 0 : sign * theirs.get(i, k);
        expect(Math.abs(ours.at(i, k) - expected)).toBeLessThan(1e-13 * Math.sqrt(rows) * columns);
      }
    }
  });

  it("has the Gram matrix of the tall matrix", () => {
    const matrix = gaussianMatrix({ rows: 20_000, columns: 5 }, seededRandom(2));
    const factor = triangularFactor(matrix);
    const gram = multiply(transpose(factor), factor);
    expect(largestDifference(gram.data, gramMatrix(matrix).data) / 20_000).toBeLessThan(1e-13);
  });

  it("has min(n, d) rows when the matrix is wide", () => {
    const matrix = gaussianMatrix({ rows: 3, columns: 7 }, seededRandom(3));
    const factor = triangularFactor(matrix);
    expect([factor.rows, factor.columns]).toEqual([3, 7]);
    const gram = multiply(transpose(factor), factor);
    expect(largestDifference(gram.data, gramMatrix(matrix).data)).toBeLessThan(1e-13);
  });

  it("treats a class of c identical rows, and a row of weight √c, as c rows", () => {
    const rows = [
      [1, 2, 0.5],
      [3, -1, 4],
      [0, 1, 1],
    ];
    const counts = [3, 1, 200];
    const expanded = dense(rows.flatMap((row, k) => Array.from({ length: counts[k] }, () => row)));
    const expected = triangularFactor(expanded).data;
    expect(largestDifference(triangularFactor(rowClasses(counts, rows)).data, expected)).toBeLessThan(1e-12);
    const weighted = (weights: number[], multiplicities: number[]) =>
      triangularFactor({
        columns: 3,
        values: Float64Array.from(rows.flat()),
        weights: Float64Array.from(weights),
        counts: Float64Array.from(multiplicities),
        indices: new Float64Array(3).fill(-1),
      }).data;
    expect(largestDifference(weighted(counts.map(Math.sqrt), [1, 1, 1]), expected)).toBeLessThan(1e-12);
    expect(largestDifference(weighted([1, 1, 2], [3, 1, 50]), expected)).toBeLessThan(1e-12);
  });

  it("commutes with scaling columns by powers of two, to the last bit, from 2^-500 to 2^500", () => {
    const matrix = gaussianMatrix({ rows: 400, columns: 4 }, seededRandom(4));
    const factors = [2 ** -500, 1, 2 ** 500, 2 ** 30];
    const scaled = triangularFactor(scaleColumns(matrix, factors));
    expect([...scaled.data]).toEqual([...scaleColumns(triangularFactor(matrix), factors).data]);
  });

  it("keeps the zero matrix zero", () => {
    expect([...triangularFactor(new DenseMatrix(3, 2, new Float64Array(6))).data]).toEqual([0, 0, 0, 0]);
  });

  it("takes entries near the ends of the range of doubles", () => {
    expect(triangularFactor(dense([[3e-320], [4e-320]])).at(0, 0)).toBeCloseTo(5e-320, 322);
    expect(triangularFactor(dense([[3e307], [4e307]])).at(0, 0) / 5e307).toBeCloseTo(1, 14);
  });

  it("leaves its argument as it was", () => {
    const matrix = gaussianMatrix({ rows: 10, columns: 2 }, seededRandom(5));
    const copy = [...matrix.data];
    triangularFactor(matrix);
    expect([...matrix.data]).toEqual(copy);
  });

  it("refuses entries, weights and counts that are not finite, and arrays that do not fit", () => {
    expect(() => triangularFactor(dense([[1], [Number.NaN]]))).toThrow(
      /triangularFactor: .* row 1, column 0/,
    );
    const rows = {
      columns: 1,
      values: Float64Array.of(1, 2),
      weights: Float64Array.of(1, 1),
      counts: Float64Array.of(1, 1),
      indices: Float64Array.of(0, 1),
    };
    const bad = [
      { ...rows, weights: Float64Array.of(1, Number.POSITIVE_INFINITY) },
      { ...rows, counts: Float64Array.of(-1, 1) },
      { ...rows, values: Float64Array.of(1, Number.NaN) },
      { ...rows, values: Float64Array.of(1) },
      { ...rows, counts: Float64Array.of(1) },
      { ...rows, values: Float64Array.of(1, 1e300), weights: Float64Array.of(1, 1e300) },
    ];
    for (const argument of bad) expect(() => triangularFactor(argument)).toThrow(RangeError);
  });
});
