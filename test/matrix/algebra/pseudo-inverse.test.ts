import { Matrix, pseudoInverse as theirPseudoInverse } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { pseudoInverse } from "../../../src/matrix/algebra/pseudo-inverse.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../../src/matrix/generators/ill-conditioned-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense, largestDifference, multiply } from "../../support/real-dense.ts";

describe("pseudoInverse", () => {
  it.each([
    ["tall", gaussianMatrix({ rows: 20, columns: 4 }, seededRandom(14))],
    ["wide", gaussianMatrix({ rows: 4, columns: 20 }, seededRandom(15))],
    ["square", gaussianMatrix({ rows: 6, columns: 6 }, seededRandom(16))],
    ["dependent columns", rankDeficientMatrix({ rows: 20, columns: 6, rank: 2 }, seededRandom(17))],
    ["one row", dense([[3, 0, 4]])],
    ["zero", new DenseMatrix(3, 2, new Float64Array(6))],
  ])("agrees with that of ml-matrix: %s", (_, matrix) => {
    const ours = pseudoInverse(matrix);
    expect([ours.rows, ours.columns]).toEqual([matrix.columns, matrix.rows]);
    const isZero = matrix.data.every((x) => x === 0);
    const theirs = isZero
      ? new Float64Array(6)
      : theirPseudoInverse(
          Matrix.from1DArray(matrix.rows, matrix.columns, [...matrix.data]),
          1e-12,
        ).to1DArray();
    expect(largestDifference(ours.data, theirs)).toBeLessThan(1e-12);
  });

  it("loses digits to the condition once, not squared", () => {
    const matrix = illConditionedMatrix({ rows: 50, columns: 4, condition: 1e9 }, seededRandom(18));
    const identity = multiply(pseudoInverse(matrix), matrix);
    for (let i = 0; i < 4; i++) {
      for (let k = 0; k < 4; k++) expect(Math.abs(identity.at(i, k) - (i === k ? 1 : 0))).toBeLessThan(1e-5);
    }
  });

  it("refuses entries that are not finite", () => {
    expect(() => pseudoInverse(dense([[Number.POSITIVE_INFINITY]]))).toThrow(RangeError);
  });
});
