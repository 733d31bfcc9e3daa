import { describe, expect, it } from "vitest";
import { exactLeverage } from "../../../src/baselines/leverage/exact-leverage.ts";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import type { RealMatrix } from "../../../src/matrix/real-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { guaranteeMatrices, guaranteePairs } from "../../support/guarantee-inputs.ts";
import { largestDifference } from "../../support/real-dense.ts";

// Scores are as exact as the columns, scaled to length 1, are independent: 1e-12 where they are, more by the condition.
const allowed = (...matrices: readonly RealMatrix[]) =>
  1e-12 + 2e-15 * matrices.reduce((total, matrix) => total * rowSpace(matrix).condition, 1);

function rowsOf(matrix: RealMatrix): DenseMatrix {
  const data = Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]).flat();
  return new DenseMatrix(matrix.rows, matrix.columns, Float64Array.from(data));
}

/** Scores of all single rows, a class of identical ones written out. */
const scoresOf = (matrix: RealMatrix) => exactLeverage(rowsOf(matrix)).scores;

describe("leverage on adversarial and real matrices", () => {
  it.each(guaranteeMatrices)("lies between 0 and 1 and sums to the rank on $name", ({ matrix }) => {
    const { scores, counts, rank } = exactLeverage(matrix);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    const sum = scores.reduce((total, score, e) => total + counts[e] * score, 0);
    expect(Math.abs(sum - (rank ?? Number.NaN))).toBeLessThan(allowed(matrix));
    if (matrix.kind !== "dense") {
      const each = scoresOf(matrix);
      const report = exactLeverage(matrix);
      for (let i = 0; i < matrix.rows; i += 3)
        expect(Math.abs(each[i] - report.score(i))).toBeLessThan(1e-12);
    }
  });

  // The product of two factors of condition 1e8 has condition 1e16: no digit is left of scores that are computed from it.
  const multiplied = guaranteePairs.filter(({ factors }) =>
    factors.every((factor) => rowSpace(factor).condition < 1e6),
  );
  it.each(multiplied)("multiplies over the product of $name", ({ factors }) => {
    const [a, b] = factors.map(scoresOf);
    const products = Array.from(a).flatMap((x) => Array.from(b, (y) => x * y));
    const { scores } = exactLeverage(kroneckerProduct(factors.map(rowsOf)));
    expect(largestDifference(scores, products)).toBeLessThan(allowed(...factors));
  });

  it.each(guaranteeMatrices)(
    "gives the residual of a fit without row i as r_i/(1 − τ_i) on $name",
    ({ matrix }) => {
      const dense = rowsOf(matrix);
      const { rows, columns } = dense;
      const draws = seededRandom(6);
      const b = Float64Array.from({ length: rows }, () => draws.normal());
      const scores = scoresOf(matrix);
      const { coefficients } = leastSquares(dense, b);
      const left = (x: Float64Array, i: number) =>
        b[i] - dense.row(i).reduce((sum, value, k) => sum + value * x[k], 0);
      let compared = 0;
      for (let i = 0; i < rows; i += Math.max(1, Math.floor(rows / 12))) {
        // A row of leverage 1 is fitted exactly, and without it its direction is gone.
        if (scores[i] > 0.999) continue;
        compared++;
        const rest = new DenseMatrix(
          rows - 1,
          columns,
          dense.data.filter((_, at) => Math.floor(at / columns) !== i),
        );
        const without = leastSquares(
          rest,
          b.filter((_, at) => at !== i),
        ).coefficients;
        expect(Math.abs(left(without, i) * (1 - scores[i]) - left(coefficients, i))).toBeLessThan(
          allowed(dense),
        );
      }
      expect(compared > 0).toBe(scores.some((score) => score <= 0.999));
    },
  );
});
