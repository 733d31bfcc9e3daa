import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { classicalSketch } from "../../src/baselines/classical-sketch.ts";
import { certifyKronecker } from "../../src/comparison/certify-kronecker.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../src/matrix/generators/ill-conditioned-matrix.ts";
import { mixColumns } from "../../src/matrix/generators/mix-columns.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { rankDeficientMatrix } from "../../src/matrix/generators/rank-deficient-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { withZeroRows } from "../../src/matrix/generators/with-zero-rows.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expandedGram, expandedProduct, expandedWeights, pencilRange } from "../support/expanded-product.ts";

const random = seededRandom(21);
const gaussian = (rows: number, columns: number) =>
  gaussianMatrix({ rows, columns }, random.split(`${rows} by ${columns}`));

function sketchOf(factors: readonly RealMatrix[], draws: number, seed = 1) {
  return approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon: 0.5, delta: 0.05, draws, random: seededRandom(seed) },
  );
}

describe("certifyKronecker", () => {
  const cases: readonly [string, readonly RealMatrix[]][] = [
    ["two Gaussian factors", [gaussian(12, 2), gaussian(9, 3)]],
    ["three factors", [gaussian(5, 2), gaussian(7, 1), gaussian(6, 2)]],
    [
      "factors of deficient rank",
      [rankDeficientMatrix({ rows: 9, columns: 3, rank: 2 }, random), gaussian(8, 2)],
    ],
    ["a factor with rows of zeros", [withZeroRows(gaussian(6, 2), { count: 5 }, random), gaussian(7, 2)]],
    [
      "row classes",
      [replicatedBasisMatrix({ counts: [7, 0, 4] }), replicatedBasisMatrix({ counts: [5, 3] })],
    ],
  ];

  it.each(cases)("agrees with the product written out for %s", (_, factors) => {
    const product = expandedProduct(factors);
    const gram = product.transpose().mmul(product);
    for (const draws of [1, 5, 60]) {
      for (const seed of [1, 2, 3]) {
        const sketch = sketchOf(factors, draws, seed);
        const found = certifyKronecker(factors, sketch);
        const wanted = pencilRange(expandedGram(product, expandedWeights(factors, sketch)), gram);
        expect(Math.abs(found.lower - wanted.lower)).toBeLessThan(1e-10 * Math.max(1, wanted.upper));
        expect(Math.abs(found.upper - wanted.upper)).toBeLessThan(1e-10 * Math.max(1, wanted.upper));
        expect(found.rank).toBe(wanted.rank);
        expect(found.epsilon).toBe(0.5);
        expect(found.holds).toBe(wanted.lower >= 0.5 && wanted.upper <= 1.5);
      }
    }
  });

  it("does not depend on the condition: A R has the bounds of A", () => {
    const factors = [gaussian(40, 3), gaussian(30, 2)];
    const mixed = factors.map((factor) => mixColumns(factor, { condition: 1e8 }, random.split("mix")));
    const sketch = sketchOf(factors, 200);
    const one = certifyKronecker(factors, sketch);
    const other = certifyKronecker(mixed, sketch);
    // Rounding times the condition: 1e-16 · 1e8 for each factor.
    expect(Math.abs(one.lower - other.lower)).toBeLessThan(1e-6);
    expect(Math.abs(one.upper - other.upper)).toBeLessThan(1e-6);
    expect(other.rank).toBe(6);
  });

  it("is 1 … 1 for a sketch that keeps all rows, at any condition", () => {
    const factors = [
      illConditionedMatrix({ rows: 10, columns: 3, condition: 1e8 }, random),
      needleMatrix({ rows: 8, position: 3 }),
    ];
    const { lower, upper, holds } = certifyKronecker(factors, sketchOf(factors, 80));
    expect(lower).toBeCloseTo(1, 6);
    expect(upper).toBeCloseTo(1, 6);
    expect(holds).toBe(true);
  });

  it("takes the accuracy of the sketch unless another one is given", () => {
    const factors = [gaussian(12, 2), gaussian(9, 3)];
    const sketch = sketchOf(factors, 40);
    const { lower, upper } = certifyKronecker(factors, sketch);
    const error = Math.max(1 - lower, upper - 1);
    expect(certifyKronecker(factors, sketch, error * 1.01).holds).toBe(true);
    expect(certifyKronecker(factors, sketch, error * 0.99).holds).toBe(false);
  });

  it("refuses a sketch without an accuracy and a wrong number of factors", () => {
    const factors = [gaussian(12, 2), gaussian(9, 3)];
    const classical = classicalSketch(
      factors.map((factor) => rowOracle(factor)),
      { epsilon: 0.5, delta: 0.05, random: seededRandom(1) },
    );
    expect(() => certifyKronecker(factors, classical)).toThrow(
      /certifyKronecker: expected an epsilon, got none; pass it as the third argument/,
    );
    expect(() => certifyKronecker([factors[0]], classical, 0.5)).toThrow(
      /certifyKronecker: expected 2 factors, got 1; pass the matrices that were sketched/,
    );
    for (const epsilon of [0, -1, Number.NaN]) {
      expect(() => certifyKronecker(factors, classical, epsilon)).toThrow(
        `certifyKronecker: expected epsilon > 0, got ${epsilon}; try 0.5.`,
      );
    }
  });

  it("refuses factors in another order, instead of certifying rows that do not exist", () => {
    const factors = [replicatedBasisMatrix({ counts: [50, 50] }), replicatedBasisMatrix({ counts: [4, 4] })];
    expect(() => certifyKronecker([factors[1], factors[0]], sketchOf(factors, 30))).toThrow(
      /certifyKronecker: expected rows from 0 to 7 of factor 1, got \d+; pass .* in their order/,
    );
  });
});
