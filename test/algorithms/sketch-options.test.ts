import { describe, expect, it } from "vitest";
import {
  approximateKronecker,
  approximateKroneckerAsync,
} from "../../src/algorithms/approximate-kronecker.ts";
import { leverageEstimator } from "../../src/algorithms/leverage-estimator.ts";
import { planKronecker } from "../../src/algorithms/plan-kronecker.ts";
import { predictKronecker } from "../../src/algorithms/predict-kronecker.ts";
import { type SketchOptions, sketchParameters } from "../../src/algorithms/sketch-options.ts";
import {
  spectralApproximation,
  spectralApproximationAsync,
} from "../../src/algorithms/spectral-approximation.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const random = seededRandom(61);
const matrix = gaussianMatrix({ rows: 20, columns: 2 }, random.split("matrix"));
const good = { epsilon: 0.5, delta: 0.05 } as const;

/** Options that no type would let through, and what the error must say: what was expected, what came, what to do. */
const bad: readonly [Record<string, unknown>, string][] = [
  ...[0, -0.1, 1, 2, Number.NaN, Number.POSITIVE_INFINITY].map(
    (epsilon): [Record<string, unknown>, string] => [
      { epsilon },
      `expected 0 < epsilon < 1, got ${epsilon}; try 0.5.`,
    ],
  ),
  [{ epsilon: undefined }, "expected 0 < epsilon < 1, got undefined; try 0.5."],
  ...[0, -1, 1, 1.5, Number.NaN].map((delta): [Record<string, unknown>, string] => [
    { delta },
    `expected 0 < delta < 1, got ${delta}; try 0.05.`,
  ]),
  [{ level: "pulse" }, "expected level to be one of gate, amplitude, subspace, got pulse; pick one."],
  [{ search: "lucky" }, "expected search to be one of unknown, known, exact, got lucky; pick one."],
  [{ certificate: "hope" }, "expected certificate to be one of fixed-point, bbht, got hope; pick one."],
  [{ fallback: "always" }, "expected fallback to be one of auto, never, got always; pick one."],
  ...[0, -3, Number.NaN, Number.POSITIVE_INFINITY, "loose"].map(
    (constant): [Record<string, unknown>, string] => [
      { constant },
      `expected constant to be rigorous, practical or a number > 0, got ${constant}; rigorous is c = 3.`,
    ],
  ),
  [
    { level: "gate" },
    "expected bits with level gate, got none; pass bits: 3 (probabilities become multiples of 1/7).",
  ],
  ...[0, 31, 2.5, Number.NaN, "3"].map((bits): [Record<string, unknown>, string] => [
    { bits },
    `expected bits to be a whole number from 1 to 30, got ${bits}; try 3.`,
  ]),
];

const badForPairs: readonly [Record<string, unknown>, string][] = [
  [
    { method: "guessing" },
    "expected method to be one of two-stage, many-copies, one-at-a-time, got guessing; pick one.",
  ],
  ...[0, -1, 1.5, Number.NaN, 2 ** 53].map((draws): [Record<string, unknown>, string] => [
    { draws },
    `expected a whole number of draws ≥ 1, got ${draws}; leave it out for the guarantee.`,
  ]),
  ...["many-copies", "one-at-a-time"].flatMap((method): [Record<string, unknown>, string][] => [
    [
      { method, bits: 3 },
      `expected method two-stage with bits, got ${method}; rounded marks carry no multiplicity.`,
    ],
    [{ method, draws: 10 }, `expected method two-stage with draws, got ${method}; leave draws out.`],
  ]),
];

const merged = (options: Record<string, unknown>) => ({ ...good, random, ...options }) as SketchOptions;

describe("bad options", () => {
  it.each([...bad, ...badForPairs])(
    "are refused by name wherever a product is sketched: %o",
    async (options, message) => {
      const oracles = [rowOracle(matrix), rowOracle(matrix)];
      const error = new RangeError(`approximateKronecker: ${message}`);
      expect(() => approximateKronecker(oracles, merged(options))).toThrow(error);
      expect(() => planKronecker(oracles, merged(options))).toThrow(error);
      expect(() => predictKronecker(oracles, merged(options))).toThrow(error);
      await expect(approximateKroneckerAsync(oracles, merged(options))).rejects.toThrow(error);
      // Nothing was asked before the options were looked at.
      expect(oracles.map(({ ledger }) => ledger.entries())).toEqual([[], []]);
    },
  );

  it.each(bad)("are refused by name wherever one matrix is sketched: %o", async (options, message) => {
    const error = new RangeError(`spectralApproximation: ${message}`);
    expect(() => spectralApproximation(rowOracle(matrix), merged(options))).toThrow(error);
    expect(() => leverageEstimator(rowOracle(matrix), merged(options))).toThrow(error);
    await expect(spectralApproximationAsync(rowOracle(matrix), merged(options))).rejects.toThrow(error);
  });

  it("of a run without its factors: none, or one", () => {
    expect(() => approximateKronecker([], merged({}))).toThrow(/expected at least 2 factors, got 0/);
    expect(() => approximateKronecker([rowOracle(matrix)], merged({}))).toThrow(
      /expected at least 2 factors, got 1; for one matrix use spectralApproximation/,
    );
  });
});

describe("sketchParameters", () => {
  it("fills in the defaults: subspace, two-stage, no promise, c = 3, fixed-point certificates, fallback", () => {
    expect(sketchParameters("x", good)).toEqual({
      ...good,
      level: "subspace",
      method: "two-stage",
      search: "unknown",
      constant: 3,
      certificate: "fixed-point",
      fallback: "auto",
      bits: null,
      draws: null,
    });
  });

  it("keeps what was asked for, with constants as numbers", () => {
    const all = {
      epsilon: 0.1,
      delta: 0.2,
      level: "gate",
      method: "two-stage",
      search: "exact",
      constant: 0.7,
      certificate: "bbht",
      fallback: "never",
      bits: 5,
      draws: 12,
    } as const;
    expect(sketchParameters("x", all)).toEqual(all);
    expect(sketchParameters("x", { ...good, constant: "practical" }).constant).toBe(1);
    expect(sketchParameters("x", { ...good, constant: "rigorous" }).constant).toBe(3);
  });
});
