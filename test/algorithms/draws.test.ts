import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { predictKronecker } from "../../src/algorithms/predict-kronecker.ts";
import type { PairMethod } from "../../src/algorithms/sketch-options.ts";
import { rowSpace } from "../../src/matrix/algebra/row-space.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { identityMatrix } from "../../src/matrix/generators/identity-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { withZeroRows } from "../../src/matrix/generators/with-zero-rows.ts";
import { kroneckerRow } from "../../src/matrix/kronecker/kronecker-row.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectMean } from "../support/expect-mean.ts";

const epsilon = 0.5;
const delta = 0.05;

function sketchOf(factors: readonly RealMatrix[], seed: number, options = {}) {
  return approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon, delta, random: seededRandom(seed), ...options },
  );
}

describe("the number of drawn tuples", () => {
  const bound = (dimension: number, order: number) => {
    const share = Math.expm1(Math.log1p(epsilon) / (order + 1));
    return Math.ceil((3 * dimension * Math.log((2 * dimension) / (delta / 6))) / share ** 2);
  };

  it("is ⌈3·d1·d2·ln(2·d1·d2/δ₃)/ε₃²⌉ with δ₃ = δ/6, whatever n is, and bounds the non-zeros", () => {
    for (const rows of [90, 3000, 2 ** 36]) {
      const counts = [Math.floor(rows / 2), Math.ceil(rows / 2)];
      const factors = [
        replicatedBasisMatrix({ counts }),
        gaussianMatrix({ rows: 100, columns: 2 }, seededRandom(1)),
      ];
      const sketch = sketchOf(factors, rows, { search: "known" });
      expect(sketch.draws).toBe(bound(4, 2));
      expect(sketch.keptAll).toBe(false);
      expect(sketch.weights.length).toBeLessThanOrEqual(bound(4, 2));
      expect(sketch.weights.length).toBeGreaterThan(bound(4, 2) / 4);
      expect(predictKronecker(factors, { epsilon, delta }).nonzeros).toBe(bound(4, 2));
    }
  });

  it("counts the rank, not the columns, and holds for three factors", () => {
    const random = seededRandom(2);
    const flat = withZeroRows(identityMatrix({ size: 1 }), { count: 0 }, random);
    const tall = gaussianMatrix({ rows: 3000, columns: 2 }, random.split("tall"));
    const thin = gaussianMatrix({ rows: 90, columns: 3 }, random.split("thin"));
    expect(sketchOf([flat, tall, thin], 3).draws).toBe(bound(6, 3));
    const doubled = replicatedBasisMatrix({ counts: [3000, 3000, 0, 0] });
    expect(sketchOf([doubled, thin], 3).draws).toBe(bound(2 * 3, 2));
  });

  it("is replaced by all tuples where those are no more", () => {
    const sketch = sketchOf([identityMatrix({ size: 4 }), identityMatrix({ size: 6 })], 1);
    expect(sketch.keptAll).toBe(true);
    expect(sketch.draws).toBe(24);
    expect(sketch.rows.map(({ index: [i, j] }) => 6 * i + j).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, e) => e),
    );
    expect([...sketch.weights]).toEqual(new Array(24).fill(1));
  });

  it("leaves rows of zeros out, drawn or kept", () => {
    const random = seededRandom(4);
    const holey = withZeroRows(gaussianMatrix({ rows: 50, columns: 2 }, random), { count: 50 }, random);
    for (const options of [{}, { draws: 300 }]) {
      const sketch = sketchOf([holey, holey], 5, options);
      for (const { index } of sketch.rows) {
        for (const i of index) expect(holey.row(i).some((value) => value !== 0)).toBe(true);
      }
    }
  });

  it("never lists a tuple twice, and every weight is positive", () => {
    const random = seededRandom(6);
    const factors = [60, 80].map((rows, k) =>
      gaussianMatrix({ rows, columns: 2 }, random.split("factor", k)),
    );
    const { rows } = sketchOf(factors, 7, { draws: 3000 });
    expect(new Set(rows.map(({ index }) => index.join())).size).toBe(rows.length);
    expect(rows.every(({ weight }) => weight > 0)).toBe(true);
  });
});

// The mean of C AᵀD²A Cᵀ (C whitens A) over seeds is the identity: each entry within 5.3 standard errors. With two factors
// of 1 and 2 columns and 3 entries per setting, false alarm about 1e-6.
describe("E AᵀD²A = AᵀA", () => {
  const random = seededRandom(8);
  const factors = [
    gaussianMatrix({ rows: 250, columns: 2 }, random.split("first")),
    gaussianMatrix({ rows: 160, columns: 1 }, random.split("second")),
  ];
  const spaces = factors.map((factor) => rowSpace(factor));

  function whitenedGram(seed: number, options: object): number[] {
    const { rows } = sketchOf(factors, seed, options);
    const gram = [0, 0, 0];
    for (const { index, weight } of rows) {
      const [a, b] = kroneckerRow(
        index.map((i, k) => {
          const whitened = new Float64Array(spaces[k].rank);
          spaces[k].whiten(factors[k].row(i), whitened);
          return whitened;
        }),
      );
      gram[0] += weight ** 2 * a * a;
      gram[1] += weight ** 2 * a * b;
      gram[2] += weight ** 2 * b * b;
    }
    return gram;
  }

  const settings: readonly [string, object][] = [
    ["read and drawn", { draws: 40 }],
    ["searched and all kept", { constant: 0.04, fallback: "never" }],
    ["searched and drawn", { constant: 0.04, fallback: "never", draws: 15 }],
    ["marked with 3 bits", { constant: 0.04, fallback: "never", bits: 3 }],
    [
      "drawn by many copies",
      { constant: 0.1, fallback: "never", method: "many-copies" satisfies PairMethod },
    ],
  ];
  it.each(settings)("holds on average over seeds when %s", (_, options) => {
    const grams = Array.from({ length: 200 }, (_, seed) => whitenedGram(1000 + seed, options));
    [1, 0, 1].forEach((expected, e) => {
      expectMean(
        grams.map((gram) => gram[e]),
        expected,
      );
    });
  });
});
