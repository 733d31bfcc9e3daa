import { describe, expect, it } from "vitest";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { type LinearMap, lsqr } from "../../../src/matrix/algebra/lsqr.ts";
import { residual, residualNorm, vectorNorm } from "../../../src/matrix/algebra/residual-norm.ts";
import type { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { orthonormalMatrix } from "../../../src/matrix/generators/orthonormal-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { largestDifference } from "../../support/real-dense.ts";

const random = seededRandom(19);

function mapOf(matrix: DenseMatrix): LinearMap {
  const { rows, columns } = matrix;
  return {
    rows,
    columns,
    apply: (v) => residual(matrix, v, new Float64Array(rows)).map((x) => -x),
    applyTranspose: (u) =>
      Float64Array.from({ length: columns }, (_, k) => u.reduce((sum, x, i) => sum + x * matrix.at(i, k), 0)),
  };
}

describe("lsqr", () => {
  const options = { tolerance: 1e-15, maxIterations: 100 };
  const b = Float64Array.from({ length: 80 }, () => random.normal());

  it("reaches the least-squares solution", () => {
    const matrix = gaussianMatrix({ rows: 80, columns: 6 }, random);
    const { solution, converged } = lsqr(mapOf(matrix), b, options);
    expect(converged).toBe(true);
    expect(largestDifference(solution, leastSquares(matrix, b).coefficients)).toBeLessThan(1e-12);
  });

  it("needs one iteration for orthonormal columns", () => {
    const matrix = orthonormalMatrix({ rows: 80, columns: 5 }, random);
    const { solution, iterations } = lsqr(mapOf(matrix), b, { ...options, tolerance: 1e-13 });
    expect(iterations).toBeLessThanOrEqual(2);
    expect(largestDifference(solution, leastSquares(matrix, b).coefficients)).toBeLessThan(1e-12);
  });

  it("stops at once for a b of zeros or orthogonal to the columns, and says when it has not converged", () => {
    const matrix = gaussianMatrix({ rows: 80, columns: 6 }, random);
    expect(lsqr(mapOf(matrix), new Float64Array(80), options)).toMatchObject({
      iterations: 0,
      converged: true,
    });
    expect(lsqr(mapOf(matrix), b, { ...options, maxIterations: 1 }).converged).toBe(false);
  });
});

describe("vectorNorm and residualNorm", () => {
  it("neither overflow nor vanish", () => {
    expect(vectorNorm(Float64Array.of(3e200, 4e200)) / 5e200).toBeCloseTo(1, 15);
    expect(vectorNorm(Float64Array.of(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 15);
    expect([vectorNorm(new Float64Array(0)), vectorNorm(new Float64Array(3))]).toEqual([0, 0]);
    const matrix = gaussianMatrix({ rows: 5, columns: 2 }, random);
    const right = Float64Array.of(1, 2, 3, 4, 5);
    expect(residualNorm(matrix, new Float64Array(2), right)).toBeCloseTo(Math.sqrt(55), 12);
  });
});
