import { describe, expect, it } from "vitest";
import { quantumRegression } from "../../src/algorithms/quantum-regression.ts";
import type { SpectralOptions } from "../../src/algorithms/sketch-options.ts";
import { leastSquares } from "../../src/matrix/algebra/least-squares.ts";
import { residualNorm } from "../../src/matrix/algebra/residual-norm.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { targetOracle } from "../../src/oracles/target-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFailures } from "../support/expect-failures.ts";
import { largestDifference } from "../support/real-dense.ts";

const random = seededRandom(411);
const matrix = gaussianMatrix({ rows: 4000, columns: 3 }, random.split("matrix"));
const noise = random.split("noise");
const b = Float64Array.from({ length: 4000 }, (_, i) => {
  const [x, y, z] = matrix.row(i);
  return x - 2 * y + 0.5 * z + noise.normal() ** 3;
});

function solve(seed: number, options: Partial<SpectralOptions> = {}, target = targetOracle(b)) {
  return quantumRegression(rowOracle(matrix), target, {
    epsilon: 0.5,
    delta: 0.2,
    random: seededRandom(seed),
    fallback: "never",
    ...options,
  });
}

describe("quantumRegression", () => {
  // Binomial test at false alarm 1e-6; Markov's bound is loose, so that failures are rare.
  it("reaches (1 + ε) of the least residual with probability ≥ 1 − δ by search", () => {
    const best = leastSquares(matrix, b).residualNorm;
    let failures = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { coefficients, ledger, entriesRead, rank } = solve(seed, { constant: "practical" });
      if (residualNorm(matrix, coefficients, b) > 1.5 * best) failures++;
      expect(rank).toBe(3);
      expect(ledger.total({ access: "quantum" })).toBeGreaterThan(0);
      expect(ledger.total({ oracle: "b", unit: "entry" })).toBe(entriesRead);
      expect(entriesRead).toBeLessThan(2500);
    }
    expectFailures(failures, 20, 0.2);
  });

  it("finds the row that alone carries a direction", () => {
    const needle = needleMatrix({ rows: 3000, position: 1234 });
    const target = targetOracle((i) => (i === 1234 ? 7 : 2), { size: 3000 });
    const { coefficients, residualNorm: left } = quantumRegression(rowOracle(needle), target, {
      epsilon: 0.5,
      delta: 0.1,
      random: seededRandom(3),
      constant: "practical",
      fallback: "never",
    });
    expect(largestDifference(coefficients, [2, 7])).toBeLessThan(1e-12);
    expect(left).toBeLessThan(1e-12);
  });

  it("reads everything, says so and is exact where that costs less: min(n, …)", () => {
    const { coefficients, cost, ledger, warnings, entriesRead } = solve(1, { fallback: "auto" });
    expect(cost.read).toBe(4000);
    expect(cost.search).toBeGreaterThan(4000);
    expect(cost.least).toBe(4000);
    expect(cost.entry).toMatchObject({ access: "classical", count: 4000, label: "expected" });
    expect([ledger.total({ access: "classical" }), ledger.total({ access: "quantum" })]).toEqual([4000, 0]);
    expect(entriesRead).toBe(4000);
    expect(warnings[0]).toMatch(/costs less than searching/);
    expect(largestDifference(coefficients, leastSquares(matrix, b).coefficients)).toBeLessThan(1e-12);
  });

  it("needs fewer row queries than rows on 2^40 rows, and reads as many entries of b as it kept rows", () => {
    const tall = replicatedBasisMatrix({ counts: [2 ** 40 - 2 ** 20, 2 ** 20] });
    const target = targetOracle((i) => (i < 2 ** 40 - 2 ** 20 ? 3 : 5), { size: 2 ** 40 });
    const { coefficients, cost, ledger, sketch } = quantumRegression(rowOracle(tall), target, {
      epsilon: 0.5,
      delta: 0.1,
      random: seededRandom(5),
    });
    expect(largestDifference(coefficients, [3, 5])).toBeLessThan(1e-9);
    const asked = ledger.total({ oracle: "A" });
    expect(asked).toBeLessThan(2 ** 36);
    // The prediction is a mean over seeds with a spread of a few percent.
    expect(Math.abs(asked / cost.least - 1)).toBeLessThan(0.3);
    expect(ledger.total({ oracle: "b", unit: "entry" })).toBe(sketch.rows.weights.length);
  });

  it("pays 1/√ε, not 1/ε, for accuracy", () => {
    const tall = replicatedBasisMatrix({ counts: [2 ** 49, 2 ** 49] });
    const target = targetOracle(() => 1, { size: 2 ** 50 });
    const costAt = (epsilon: number) => {
      const run = quantumRegression(rowOracle(tall), target, {
        epsilon,
        delta: 0.5,
        random: seededRandom(5),
        search: "known",
      });
      return run.sketch.plan.stages.find(({ kind }) => kind === "refinement")!.marked;
    };
    // Marked rows grow as 1/ε, so that queries grow as its root.
    const slope = Math.log(costAt(0.001) / costAt(0.01)) / Math.log(10);
    expect(slope).toBeGreaterThan(0.95);
    expect(slope).toBeLessThan(1.05);
  });

  it("refuses a right-hand side of another length and options out of range", () => {
    expect(() => solve(1, {}, targetOracle([1, 2, 3]))).toThrow(/expected 4000 values in b/);
    expect(() => solve(1, { epsilon: 1 })).toThrow(/quantumRegression: expected 0 < epsilon < 1/);
    expect(() => solve(1, { delta: 0 })).toThrow(RangeError);
  });
});
