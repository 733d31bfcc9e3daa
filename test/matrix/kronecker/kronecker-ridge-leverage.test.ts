import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gramMatrix } from "../../../src/matrix/algebra/gram.ts";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { thinSvd } from "../../../src/matrix/algebra/thin-svd.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { kroneckerRidgeLeverage } from "../../../src/matrix/kronecker/kronecker-ridge-leverage.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const factors = [
  gaussianMatrix({ rows: 7, columns: 3 }, seededRandom(1)),
  gaussianMatrix({ rows: 6, columns: 2 }, seededRandom(2)),
];
const spectra = factors.map(thinSvd);

describe("kroneckerRidgeLeverage", () => {
  it.each([0.1, 3, 1000])("is aᵀ(AᵀA + λI)⁻¹a of the expanded row: λ = %d", (lambda) => {
    const product = kroneckerProduct(factors);
    const gram = gramMatrix(product);
    const ridge = inverse(Matrix.from1DArray(6, 6, [...gram.data]).add(Matrix.eye(6).mul(lambda)));
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < 6; j++) {
        const row = new Matrix([[...product.row(6 * i + j)]]);
        const expected = row.mmul(ridge).mmul(row.transpose()).get(0, 0);
        expect(kroneckerRidgeLeverage(spectra, [i, j], lambda)).toBeCloseTo(expected, 12);
      }
    }
  });

  it("is the product of the leverage scores at λ = 0, and does not factor at λ > 0", () => {
    const scores = factors.map((factor) => leverageScores(factor).scores);
    expect(kroneckerRidgeLeverage(spectra, [4, 2], 0)).toBeCloseTo(scores[0][4] * scores[1][2], 13);
    const at = (i: number, j: number) => kroneckerRidgeLeverage(spectra, [i, j], 5);
    // A table that factors has rank 1: its 2 × 2 minors vanish.
    expect(Math.abs(at(0, 0) * at(1, 1) - at(0, 1) * at(1, 0))).toBeGreaterThan(1e-6);
  });

  it("does not overflow for singular values of 1e160", () => {
    const huge = spectra.map(({ left, singularValues }) => ({
      left,
      singularValues: singularValues.map((s) => s * 1e160),
    }));
    const expected = kroneckerRidgeLeverage(spectra, [0, 0], 0);
    expect(kroneckerRidgeLeverage(huge, [0, 0], 1)).toBeCloseTo(expected, 14);
  });

  it("refuses λ < 0, a wrong number of indices and rows outside", () => {
    expect(() => kroneckerRidgeLeverage(spectra, [0, 0], -1)).toThrow(RangeError);
    expect(() => kroneckerRidgeLeverage(spectra, [0, 0], Number.NaN)).toThrow(RangeError);
    expect(() => kroneckerRidgeLeverage(spectra, [0], 1)).toThrow(/expected 2 row indices, got 1/);
    expect(() => kroneckerRidgeLeverage(spectra, [0, 6], 1)).toThrow(/factor 1 from 0 to 5, got 6/);
  });
});
