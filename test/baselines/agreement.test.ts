import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exactLeverage } from "../../src/baselines/leverage/exact-leverage.ts";
import { ridgeLeverage } from "../../src/baselines/leverage/ridge-leverage.ts";
import { qrRegression, ridgeRegression } from "../../src/baselines/regression/direct-regression.ts";
import {
  kroneckerRegression,
  kroneckerRidgeRegression,
} from "../../src/baselines/regression/kronecker-regression.ts";
import { l1Regression } from "../../src/baselines/regression/l1-regression.ts";
import { lewisWeights } from "../../src/baselines/regression/lewis-weights.ts";
import { blendenpik, lsrn } from "../../src/baselines/regression/preconditioned-regression.ts";
import { rowSpace } from "../../src/matrix/algebra/row-space.ts";
import { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { largestDifference } from "../support/real-dense.ts";

interface Case {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly data: readonly number[];
  readonly b: readonly number[];
  readonly rank: number;
  readonly scores: readonly number[];
  readonly ridgeScores: readonly number[];
  readonly coefficients: readonly number[];
  readonly fitted: readonly number[];
  readonly residualNorm: number;
  readonly ridgeCoefficients: readonly number[];
  readonly lewisWeights: readonly number[];
  readonly leastAbsolute: number;
}

/** Made by test/fixtures/baselines/make.py with numpy and scipy. */
const vectors: {
  readonly cases: readonly Case[];
  readonly kronecker: {
    readonly factors: readonly { rows: number; columns: number; data: readonly number[] }[];
    readonly b: readonly number[];
    readonly coefficients: readonly number[];
    readonly ridge: readonly number[];
  };
} = JSON.parse(readFileSync(new URL("../fixtures/baselines/vectors.json", import.meta.url), "utf8"));

const dense = ({ rows, columns, data }: { rows: number; columns: number; data: readonly number[] }) =>
  new DenseMatrix(rows, columns, Float64Array.from(data));

/** A x, to compare solutions whose columns differ in size by twelve powers of ten. */
function fitted(matrix: DenseMatrix, x: Float64Array): number[] {
  return Array.from({ length: matrix.rows }, (_, i) =>
    matrix.row(i).reduce((sum, value, k) => sum + value * x[k], 0),
  );
}

describe.each(vectors.cases)("numpy and scipy agree on $name:", (entry) => {
  const matrix = dense(entry);
  const { b } = entry;

  // A score moves by up to the condition of A times the rounding of its entries, in numpy as here.
  const exactness = 1e-12 + 1e-16 * rowSpace(matrix).condition;

  it("rank and leverage scores", () => {
    const { rank, scores } = exactLeverage(matrix);
    expect(rank).toBe(entry.rank);
    expect(largestDifference(scores, entry.scores)).toBeLessThan(exactness);
  });

  it("ridge leverage scores at λ = 0.1", () => {
    expect(largestDifference(ridgeLeverage(matrix, { lambda: 0.1 }).scores, entry.ridgeScores)).toBeLessThan(
      1e-10,
    );
  });

  it("least squares by QR and by preconditioned iteration", () => {
    const random = seededRandom(1);
    for (const solve of [
      qrRegression(matrix, b),
      blendenpik(matrix, b, { random }),
      lsrn(matrix, b, { random }),
    ]) {
      expect(Math.abs(solve.residualNorm - entry.residualNorm)).toBeLessThan(
        1e-12 * entry.residualNorm + 1e-12,
      );
      expect(largestDifference(fitted(matrix, solve.coefficients), entry.fitted)).toBeLessThan(1e-8);
    }
  });

  it("ridge regression at λ = 0.1", () => {
    const { coefficients } = ridgeRegression(matrix, b, { lambda: 0.1 });
    expect(largestDifference(coefficients, entry.ridgeCoefficients)).toBeLessThan(1e-10);
  });

  it("ℓ₁ Lewis weights", () => {
    const { weights } = lewisWeights(matrix, { p: 1 });
    expect(largestDifference(weights, entry.lewisWeights)).toBeLessThan(1e-9 + 10 * exactness);
  });

  it("the least sum of absolute residuals", () => {
    const { residualNorm, lowerBound } = l1Regression(matrix, b);
    expect(Math.abs(residualNorm / entry.leastAbsolute - 1)).toBeLessThan(1e-8);
    expect(lowerBound).toBeLessThanOrEqual(residualNorm);
    expect(lowerBound).toBeGreaterThan(residualNorm * (1 - 1e-9));
  });
});

describe("numpy agrees on a Kronecker product:", () => {
  const { kronecker } = vectors;
  const factors = kronecker.factors.map(dense);

  it("regression and ridge regression without expansion", () => {
    const plain = kroneckerRegression(factors, kronecker.b).coefficients;
    expect(largestDifference(plain, kronecker.coefficients)).toBeLessThan(1e-12);
    const ridge = kroneckerRidgeRegression(factors, kronecker.b, { lambda: 0.5 }).coefficients;
    expect(largestDifference(ridge, kronecker.ridge)).toBeLessThan(1e-12);
  });
});
