import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { normaliserTolerance } from "../../src/algorithms/scored-factor.ts";
import type { PairMethod, SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { certifyKronecker } from "../../src/comparison/certify-kronecker.ts";
import { powerFit } from "../../src/comparison/power-fit.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const delta = 0.05;
const literal = ["many-copies", "one-at-a-time"] as const;

function run(factors: readonly RealMatrix[], options: Partial<SketchOptions>, seed = 3) {
  return approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon: 0.5, delta, search: "known", random: seededRandom(seed), ...options },
  );
}

function even(rows: number, columns: number) {
  return replicatedBasisMatrix({ counts: new Array<number>(columns).fill(rows / columns) });
}

/** Coherent queries of the stage that samples at the final accuracy, for two factors of 2^34 rows. */
function samplingCost(method: PairMethod, columns: number, epsilon: number, constant = 1): number {
  const factor = even(2 ** 34, columns);
  const { ledger, plan } = run([factor, factor], { method, epsilon, constant });
  const stage = method === "two-stage" ? "refinement" : "tuple drawing";
  const cost = ledger.total({ access: "quantum", stage });
  // Costs carry a logarithm of d over the failure probability, which the exponents leave out.
  const log =
    method === "two-stage" ? plan.factors[0].oversampling.inner : Math.log((24 * columns ** 2) / delta);
  return cost / (method === "one-at-a-time" ? log : Math.sqrt(log));
}

describe("the cost of sampling at the final accuracy, n = 2^34", () => {
  it.each([
    ["two-stage", 1],
    ["many-copies", 1],
    ["one-at-a-time", 2],
  ] as const)("grows with 1/ε to the right power: %s, %d", (method, power) => {
    const points = [0.4, 0.2, 0.1].map((epsilon): [number, number] => [
      1 / epsilon,
      samplingCost(method, 4, epsilon, 0.2),
    ]);
    // The constant part of each search, its certificate, flattens the fit by a few hundredths.
    expect(Math.abs(powerFit(points).exponent - power)).toBeLessThan(0.1);
  });

  it.each([
    ["two-stage", 0.5],
    ["many-copies", 1],
    ["one-at-a-time", 1.5],
  ] as const)("grows with d to the right power, up to logarithms: %s, %d", (method, power) => {
    // From d = 8 on many copies are drawn for the tuples' sake; below, the normaliser asks for more of them.
    const points = [8, 16].map((columns): [number, number] => [columns, samplingCost(method, columns, 0.8)]);
    expect(Math.abs(powerFit(points).exponent - power)).toBeLessThan(0.1);
  });

  it("is dearest one state at a time, by far", () => {
    const [two, many, one] = (["two-stage", "many-copies", "one-at-a-time"] as const).map((method) => {
      const { ledger } = run([even(2 ** 34, 2), even(2 ** 34, 2)], { method, constant: "practical" });
      return ledger.total({ access: "quantum" });
    });
    expect(many / two).toBeLessThan(1.5);
    expect(one / many).toBeGreaterThan(10);
  });
});

describe.each(literal)("method %s", (method) => {
  const random = seededRandom(51);
  const small = gaussianMatrix({ rows: 70, columns: 2 }, random.split("small"));
  const least = (rank: number, epsilon: number) =>
    Math.ceil((3 * rank * Math.log((4 * rank) / (delta / 6))) / (0.75 * epsilon) ** 2);

  it("keeps ε, be the factors searched, read, or one of each", () => {
    for (const factors of [
      [even(2 ** 26, 2), small],
      [even(2 ** 25, 2), replicatedBasisMatrix({ counts: [2 ** 24 - 50, 50] })],
      [small, gaussianMatrix({ rows: 90, columns: 3 }, random.split("other"))],
    ]) {
      for (let seed = 0; seed < 3; seed++) {
        const { lower, upper } = certifyKronecker(factors, run(factors, { method, fallback: "never" }, seed));
        expect(Math.max(1 - lower, upper - 1)).toBeLessThan(0.65 * 0.5);
      }
    }
  });

  it("draws as many tuples as exact scores need, and at most 9(1 + η)² times as many for over-estimates", () => {
    const known = run([small, small], { method });
    expect(known.draws).toBeGreaterThanOrEqual(least(4, 0.5));
    expect(known.draws).toBeLessThanOrEqual(1.2 * least(4, 0.5));
    const searched = run([even(2 ** 26, 2), small], { method, fallback: "never" });
    expect(searched.draws).toBeGreaterThanOrEqual(least(4, 0.5));
    const tolerance = normaliserTolerance(0.5, 2);
    expect(searched.draws).toBeLessThanOrEqual(9 * (1 + tolerance) ** 2 * least(4, 0.5));
    expect(searched.keptAll).toBe(false);
  });

  it("reads no row twice where everything is known", () => {
    const { ledger, warnings } = run([small, small], { method });
    expect(ledger.total()).toBe(140);
    expect(ledger.total({ stage: "base read" })).toBe(140);
    expect(warnings.some((warning) => warning.includes("normaliser"))).toBe(false);
  });

  it("works on the ε₀-approximations, without a refinement", () => {
    const { factors, plan, ledger } = run([even(2 ** 26, 2), small], { method, fallback: "never" });
    expect(factors.map(({ epsilon }) => epsilon)).toEqual([0.5, 0]);
    expect(plan.factors.flatMap(({ stages }) => stages).some(({ kind }) => kind === "refinement")).toBe(
      false,
    );
    expect(ledger.total({ stage: "refinement" })).toBe(0);
    expect(ledger.total({ stage: "tuple drawing", access: "quantum" })).toBeGreaterThan(0);
  });
});

describe("method one-at-a-time", () => {
  it("pays 4 row queries a round and 2 a preparation, and a read for every row that it draws", () => {
    const { ledger, draws } = run([even(2 ** 24, 2), even(2 ** 24, 1)], {
      method: "one-at-a-time",
      fallback: "never",
      constant: "practical",
    });
    for (const oracle of ["A1", "A2"]) {
      const stage = "tuple drawing";
      expect(ledger.total({ oracle, stage, access: "classical" })).toBe(draws);
      const forward = ledger.total({ oracle, stage, use: "forward" });
      const inverse = ledger.total({ oracle, stage, use: "inverse" });
      // Each attempt prepares once more than it inverts; at the cheapest stopping point 0.84 of the attempts succeed.
      expect((forward - inverse) / 2).toBeGreaterThan(draws);
      expect((forward - inverse) / 2).toBeLessThan(1.3 * draws);
      expect(ledger.total({ oracle, stage: "normaliser estimate" })).toBeGreaterThan(0);
    }
  });
});
