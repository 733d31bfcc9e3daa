import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { sketchedRegression } from "../../src/algorithms/sketched-regression.ts";
import { leastSquares } from "../../src/matrix/algebra/least-squares.ts";
import type { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rankDeficientMatrix } from "../../src/matrix/generators/rank-deficient-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { kroneckerProduct } from "../../src/matrix/kronecker/kronecker-product.ts";
import { kroneckerRow } from "../../src/matrix/kronecker/kronecker-row.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { largestDifference } from "../support/real-dense.ts";

const random = seededRandom(91);
const dense = [
  gaussianMatrix({ rows: 60, columns: 2 }, random.split("first")),
  gaussianMatrix({ rows: 50, columns: 2 }, random.split("second")),
];

function sketchOf(factors: readonly RealMatrix[], options: Partial<SketchOptions>, seed = 1) {
  return approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon: 0.5, delta: 0.05, random: seededRandom(seed), ...options },
  );
}

/** A right-hand side in the range of A: b = A x. */
function inRange(factors: readonly RealMatrix[], x: readonly number[]) {
  return (index: readonly number[]) =>
    kroneckerRow(index.map((i, k) => factors[k].row(i))).reduce((sum, value, e) => sum + value * x[e], 0);
}

describe("sketchedRegression", () => {
  const x = [1, -2, 0.5, 3];

  it.each<[string, readonly RealMatrix[], Partial<SketchOptions>]>([
    ["dense factors that were read", dense, { draws: 30 }],
    ["dense factors that were searched", dense, { constant: 0.02, fallback: "never" }],
    [
      "row-class factors of 2^26 rows",
      [replicatedBasisMatrix({ counts: [2 ** 26 - 5, 5] }), dense[1]],
      { search: "known", constant: "practical", draws: 60 },
    ],
  ])("gives the exact coefficients and no residual for b in the range of A, %s", (_, factors, options) => {
    const sketch = sketchOf(factors, options);
    const { coefficients, residualNorm } = sketchedRegression(sketch, inRange(factors, x));
    expect(largestDifference(coefficients, x)).toBeLessThan(1e-11);
    expect(residualNorm).toBeLessThan(1e-9);
  });

  it("gives the shortest solution for factors of deficient rank, without a residual", () => {
    const factors = [
      rankDeficientMatrix({ rows: 40, columns: 3, rank: 2 }, random.split("deficient")),
      dense[1],
    ];
    const b = inRange(factors, [1, 2, 3, 4, 5, 6]);
    const { coefficients, residualNorm } = sketchedRegression(sketchOf(factors, { draws: 40 }), b);
    expect(residualNorm).toBeLessThan(1e-9);
    const product = kroneckerProduct(factors as DenseMatrix[]);
    const full = leastSquares(product, rightHandSide(factors as DenseMatrix[], b));
    expect(largestDifference(coefficients, full.coefficients)).toBeLessThan(1e-9);
  });

  it("is the full least-squares solution when all rows are kept", () => {
    const noise = gaussianMatrix({ rows: 60, columns: 50 }, random.split("noise"));
    const target = ([i, j]: readonly number[]) => inRange(dense, x)([i, j]) + noise.at(i, j);
    const sketch = sketchOf(dense, {});
    expect(sketch.keptAll).toBe(true);
    const found = sketchedRegression(sketch, target);
    const full = leastSquares(kroneckerProduct(dense), rightHandSide(dense, target));
    expect(largestDifference(found.coefficients, full.coefficients)).toBeLessThan(1e-12);
    expect(found.residualNorm).toBeCloseTo(full.residualNorm, 9);
  });

  // m = d²·ln(2d²/0.05) + 2d² draws with d² = 4. Of 120 seeds 4 were measured to miss by more; the claim is 24.
  it("misses the least square sum by at most ε in at least four of five seeds, with 29 draws", () => {
    const noise = gaussianMatrix({ rows: 60, columns: 50 }, random.split("noise"));
    const target = ([i, j]: readonly number[]) => inRange(dense, x)([i, j]) + noise.at(i, j);
    const product = kroneckerProduct(dense);
    const b = rightHandSide(dense, target);
    const best = leastSquares(product, b).residualNorm ** 2;
    const seeds = 120;
    let good = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const { coefficients } = sketchedRegression(sketchOf(dense, { draws: 29 }, seed), target);
      let sum = 0;
      for (let e = 0; e < b.length; e++) {
        const value = product.row(e).reduce((total, entry, k) => total + entry * coefficients[k], 0);
        sum += (value - b[e]) ** 2;
      }
      expect(sum / best).toBeGreaterThanOrEqual(1 - 1e-12);
      if (sum / best <= 1.5) good++;
    }
    expect(good).toBeGreaterThanOrEqual(0.8 * seeds);
  });

  it("reads an entry of b for each kept row, each once, and bills them on the bill of choice", () => {
    const sketch = sketchOf(dense, { draws: 40 });
    const asked: string[] = [];
    const target = (index: readonly number[]) => asked.push(index.join());
    const { entriesRead } = sketchedRegression(sketch, target);
    expect(asked).toEqual(sketch.rows.map(({ index }) => index.join()));
    expect(entriesRead).toBe(sketch.weights.length);
    expect(sketch.ledger.total({ oracle: "b", unit: "entry", stage: "right-hand side", use: "read" })).toBe(
      entriesRead,
    );
    expect(sketch.ledger.total({ unit: "row" })).toBe(110);
    const own = new Ledger();
    sketchedRegression(sketch, target, own);
    expect(own.total({ unit: "entry" })).toBe(entriesRead);
    expect(sketch.ledger.total({ unit: "entry" })).toBe(entriesRead);
  });

  it("refuses values of b that are not finite, and sketches without the values of their rows", () => {
    const sketch = sketchOf(dense, { draws: 40 });
    expect(() => sketchedRegression(sketch, () => Number.NaN)).toThrow(
      /expected finite values in b, got NaN/,
    );
    const tall = [replicatedBasisMatrix({ counts: [2 ** 24, 2 ** 24] }), dense[1]];
    const literal = sketchOf(tall, {
      method: "many-copies",
      search: "known",
      constant: 0.1,
      fallback: "never",
    });
    expect(() => sketchedRegression(literal, () => 1)).toThrow(
      /^sketchedRegression: expected row \d+ among the kept rows of its factor, got none; use a two-stage sketch\.$/,
    );
  });
});

function rightHandSide(
  factors: readonly DenseMatrix[],
  b: (index: readonly number[]) => number,
): Float64Array {
  const [first, second] = factors;
  return Float64Array.from({ length: first.rows * second.rows }, (_, e) =>
    b([Math.floor(e / second.rows), e % second.rows]),
  );
}
