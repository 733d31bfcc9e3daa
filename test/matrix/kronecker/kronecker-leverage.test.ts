import { describe, expect, it } from "vitest";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import type { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { bSplineBasis } from "../../../src/matrix/generators/b-spline-basis.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { needleMatrix } from "../../../src/matrix/generators/needle-matrix.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { withZeroRows } from "../../../src/matrix/generators/with-zero-rows.ts";
import { kroneckerLeverage } from "../../../src/matrix/kronecker/kronecker-leverage.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { splitPairIndex } from "../../../src/matrix/kronecker/pair-index.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { total } from "../../support/real-dense.ts";

const random = seededRandom(1);
const gaussian = (rows: number, columns: number, index: number) =>
  gaussianMatrix({ rows, columns }, random.split("gaussian", index));

describe("kroneckerLeverage", () => {
  it.each<[string, DenseMatrix[]]>([
    ["Gaussian", [gaussian(12, 3, 0), gaussian(9, 2, 1)]],
    ["three factors", [gaussian(6, 2, 2), gaussian(5, 2, 3), gaussian(4, 3, 4)]],
    [
      "dependent columns",
      [rankDeficientMatrix({ rows: 12, columns: 4, rank: 2 }, random), gaussian(9, 2, 5)],
    ],
    ["zero rows", [withZeroRows(gaussian(8, 2, 6), { count: 4 }, random), gaussian(9, 3, 7)]],
    ["needles", [needleMatrix({ rows: 10, position: 3 }), needleMatrix({ rows: 12, position: 0 })]],
    [
      "splines",
      [bSplineBasis({ points: 12, degree: 2, pieces: 3 }), bSplineBasis({ points: 9, degree: 1, pieces: 2 })],
    ],
    ["wide", [gaussian(2, 3, 8), gaussian(6, 2, 9)]],
  ])("of the factors is the score of the expanded row, to 1e-12: %s", (_, factors) => {
    const parts = factors.map((factor) => leverageScores(factor));
    const whole = leverageScores(kroneckerProduct(factors));
    expect(whole.rank).toBe(parts.reduce((product, { rank }) => product * rank, 1));
    expect(total(whole.scores)).toBeCloseTo(whole.rank, 11);
    const counts = factors.map(({ rows }) => rows);
    whole.scores.forEach((score, flat) => {
      const product = kroneckerLeverage(splitPairIndex(flat, counts).map((i, k) => parts[k].scores[i]));
      expect(Math.abs(product - score)).toBeLessThan(1e-12);
    });
  });

  it("of generalised scores τ(A|B) is the generalised score of the product, infinite ones included", () => {
    for (const [rows1, rows2] of [
      [8, 7],
      [2, 7],
      [8, 1],
      [2, 1],
    ]) {
      const [a1, a2] = [withZeroRows(gaussian(10, 3, 10), { count: 2 }, random), gaussian(9, 2, 11)];
      const [b1, b2] = [gaussian(rows1, 3, 12), gaussian(rows2, 2, 13)];
      const parts = [rowSpace(b1), rowSpace(b2)];
      const whole = rowSpace(kroneckerProduct([b1, b2]));
      const expanded = kroneckerProduct([a1, a2]);
      for (let flat = 0; flat < expanded.rows; flat++) {
        const [i, j] = splitPairIndex(flat, [a1.rows, a2.rows]);
        const product = kroneckerLeverage([parts[0].score(a1.row(i)), parts[1].score(a2.row(j))]);
        const score = whole.score(expanded.row(flat));
        if (score === Number.POSITIVE_INFINITY) expect(product).toBe(score);
        else
          expect(Math.abs(product - score)).toBeLessThanOrEqual(1e-12 * Math.max(1, score * whole.condition));
      }
    }
  });

  it("has 0 · ∞ = 0 and x · ∞ = ∞, in any order", () => {
    expect(kroneckerLeverage([0, Number.POSITIVE_INFINITY])).toBe(0);
    expect(kroneckerLeverage([Number.POSITIVE_INFINITY, 0.5, 0])).toBe(0);
    expect(kroneckerLeverage([1e-300, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(kroneckerLeverage([1e-300, 1e-300, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(kroneckerLeverage([])).toBe(1);
  });

  it("refuses scores that are negative or NaN", () => {
    expect(() => kroneckerLeverage([0.5, -1])).toThrow(RangeError);
    expect(() => kroneckerLeverage([Number.NaN])).toThrow(RangeError);
  });
});
