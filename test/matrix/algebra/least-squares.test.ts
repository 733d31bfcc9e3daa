import { Matrix, SVD, pseudoInverse as theirPseudoInverse } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../../src/matrix/generators/ill-conditioned-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { rowClasses } from "../../../src/matrix/generators/row-classes.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply, scaleColumns } from "../../support/real-dense.ts";

const column = (values: Float64Array) => new DenseMatrix(values.length, 1, values);
const residualOf = (a: DenseMatrix, x: Float64Array, b: Float64Array) =>
  Math.hypot(...multiply(a, column(x)).data.map((value, i) => value - b[i]));

describe("leastSquares", () => {
  it("agrees with the SVD solution of ml-matrix", () => {
    const matrix = gaussianMatrix({ rows: 60, columns: 5 }, seededRandom(1));
    const b = gaussianMatrix({ rows: 60, columns: 1 }, seededRandom(2)).data;
    const { coefficients, residualNorm, rank } = leastSquares(matrix, b);
    const theirs = new SVD(Matrix.from1DArray(60, 5, [...matrix.data])).solve(Matrix.columnVector([...b]));
    expect(largestDifference(coefficients, theirs.to1DArray())).toBeLessThan(1e-13);
    expect(residualNorm).toBeCloseTo(residualOf(matrix, coefficients, b), 12);
    expect(rank).toBe(5);
  });

  it.each([
    ["dependent columns", rankDeficientMatrix({ rows: 40, columns: 6, rank: 3 }, seededRandom(3))],
    ["fewer rows than columns", gaussianMatrix({ rows: 4, columns: 6 }, seededRandom(4))],
    ["a column of zeros", scaleColumns(gaussianMatrix({ rows: 40, columns: 3 }, seededRandom(5)), [2, 0, 1])],
    [
      "columns in different units",
      scaleColumns(gaussianMatrix({ rows: 40, columns: 3 }, seededRandom(6)), [1e-3, 1, 1e3]),
    ],
  ])("finds the shortest solution A⁺b: %s", (_, matrix) => {
    const b = gaussianMatrix({ rows: matrix.rows, columns: 1 }, seededRandom(7)).data;
    const { coefficients, residualNorm } = leastSquares(matrix, b);
    const theirs = theirPseudoInverse(
      Matrix.from1DArray(matrix.rows, matrix.columns, [...matrix.data]),
      1e-12,
    );
    const expected = theirs.mmul(Matrix.columnVector([...b])).to1DArray();
    const size = Math.hypot(...expected);
    expect(largestDifference(coefficients, expected) / size).toBeLessThan(1e-12);
    expect(residualNorm).toBeCloseTo(residualOf(matrix, coefficients, b), 11);
  });

  it("solves b = A x with residual 0 at condition 1e9", () => {
    const matrix = illConditionedMatrix({ rows: 100, columns: 4, condition: 1e9 }, seededRandom(8));
    const x = Float64Array.of(1, -2, 3, 0.5);
    const { coefficients, residualNorm } = leastSquares(matrix, multiply(matrix, column(x)).data);
    expect(largestDifference(coefficients, x)).toBeLessThan(1e-5);
    expect(residualNorm).toBeLessThan(1e-14);
  });

  it("weighs rows: the solution of weighted rows is that of scaled rows, of classes that of repeated rows", () => {
    const matrix = gaussianMatrix({ rows: 8, columns: 2 }, seededRandom(9));
    const b = gaussianMatrix({ rows: 8, columns: 1 }, seededRandom(10)).data;
    const counts = [1, 4, 2, 1, 9, 1, 1, 3];
    const repeated = counts.flatMap((count, i) => Array.from({ length: count }, () => i));
    const plain = leastSquares(
      dense(repeated.map((i) => [...matrix.row(i)])),
      Float64Array.from(repeated, (i) => b[i]),
    );
    const classes = leastSquares(
      rowClasses(
        counts,
        counts.map((_, i) => matrix.row(i)),
      ),
      b,
    );
    const weighted = leastSquares(
      {
        columns: 2,
        values: matrix.data,
        weights: Float64Array.from(counts, Math.sqrt),
        counts: new Float64Array(8).fill(1),
        indices: Float64Array.from(counts, (_, i) => i),
      },
      b,
    );
    for (const solution of [classes, weighted]) {
      expect(largestDifference(solution.coefficients, plain.coefficients)).toBeLessThan(1e-13);
      expect(solution.residualNorm).toBeCloseTo(plain.residualNorm, 13);
    }
  });

  it.each([1e-150, 1e150])("keeps its digits when A, or b, or both are scaled by %d", (unit) => {
    const matrix = gaussianMatrix({ rows: 20, columns: 3 }, seededRandom(11));
    const b = gaussianMatrix({ rows: 20, columns: 1 }, seededRandom(12)).data;
    const plain = leastSquares(matrix, b);
    const scaled = scaleColumns(matrix, [unit, unit, unit]);
    const scaledB = b.map((value) => value * unit);
    const first = leastSquares(scaled, scaledB);
    expect(largestDifference(first.coefficients, plain.coefficients)).toBeLessThan(1e-13);
    expect(first.residualNorm / unit).toBeCloseTo(plain.residualNorm, 12);
    const second = leastSquares(matrix, scaledB).coefficients.map((x) => x / unit);
    expect(largestDifference(second, plain.coefficients)).toBeLessThan(1e-13);
    const third = leastSquares(scaled, b).coefficients.map((x) => x * unit);
    expect(largestDifference(third, plain.coefficients)).toBeLessThan(1e-13);
  });

  it("answers 0 for the zero matrix, with the length of b as residual", () => {
    expect(leastSquares(new DenseMatrix(2, 3, new Float64Array(6)), Float64Array.of(3, 4))).toEqual({
      coefficients: new Float64Array(3),
      residualNorm: expect.closeTo(5, 14),
      rank: 0,
    });
  });

  it("refuses a b of another length, and values that are not finite", () => {
    const matrix = gaussianMatrix({ rows: 4, columns: 2 }, seededRandom(13));
    expect(() => leastSquares(matrix, new Float64Array(3))).toThrow(/expected 4 values in b, .* got 3/);
    expect(() => leastSquares(matrix, Float64Array.of(1, 2, Number.NaN, 4))).toThrow(/got NaN at 2/);
    expect(() => leastSquares(dense([[Number.NaN]]), Float64Array.of(1))).toThrow(RangeError);
  });
});
