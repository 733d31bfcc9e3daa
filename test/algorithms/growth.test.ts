import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { classicalSketch } from "../../src/baselines/classical-sketch.ts";
import { powerFit } from "../../src/comparison/power-fit.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { mixColumns } from "../../src/matrix/generators/mix-columns.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const common = { epsilon: 0.5, delta: 0.05 } as const;

function replicated(rows: number, profile: "even" | "coherent") {
  const counts = profile === "even" ? [rows / 2, rows / 2] : [rows - 3, 3];
  return [0, 1].map(() => replicatedBasisMatrix({ counts }));
}

/** Row queries of one run for each size, and the size. */
function measure(
  sizes: readonly number[],
  profile: "even" | "coherent",
  options: Partial<SketchOptions>,
): readonly { rows: number; quantum: number; all: number }[] {
  return sizes.map((lg) => {
    const { ledger } = approximateKronecker(
      replicated(2 ** lg, profile).map((matrix) => rowOracle(matrix)),
      { ...common, random: seededRandom(lg), ...options },
    );
    return { rows: 2 ** lg, quantum: ledger.total({ access: "quantum" }), all: ledger.total() };
  });
}

/** The exponent of one of the counts in n. */
function exponent(runs: ReturnType<typeof measure>, count: "quantum" | "all"): number {
  return powerFit(runs.map((run): [number, number] => [run.rows, run[count]])).exponent;
}

const within = (value: number, wanted: number, tolerance: number) =>
  expect(Math.abs(value - wanted), `exponent ${value}`).toBeLessThan(tolerance);

describe("row queries against n", () => {
  it.each([
    ["even", { constant: "practical" }],
    ["coherent", { constant: "practical" }],
    ["coherent", { constant: "rigorous", search: "known" }],
  ] as const)("grow as n^0.50 ± 0.02 from 2^20 to 2^40, profile %s, %o", (profile, options) => {
    within(exponent(measure([20, 30, 40], profile, options), "quantum"), 0.5, 0.02);
  });

  // At 2^20 the rigorous constant needs so many rows that a large part of them is cheaper read than searched. The
  // coherent queries alone then grow by more than n^0.52; all row queries together do not.
  it("grow so with all defaults, coherent queries from 2^24 on and the total from 2^20 on", () => {
    const runs = measure([20, 24, 40], "coherent", {});
    within(exponent(runs.slice(1), "quantum"), 0.5, 0.02);
    within(exponent(runs, "all"), 0.5, 0.02);
  });

  it("grow as n^1 for the classical rival, and for the sketch itself while it is cheaper to read", () => {
    const reads = [10, 20, 30, 40].map((lg): [number, number] => [
      2 ** lg,
      classicalSketch(
        replicated(2 ** lg, "even").map((matrix) => rowOracle(matrix)),
        { ...common, random: seededRandom(lg) },
      ).ledger.total(),
    ]);
    expect(powerFit(reads).exponent).toBeCloseTo(1, 12);
    expect(exponent(measure([6, 8, 10, 12], "even", {}), "all")).toBeCloseTo(1, 12);
  });
});

describe("the condition number", () => {
  const random = seededRandom(41);
  const tall = replicatedBasisMatrix({ counts: [2 ** 36 - 2 ** 20 - 3, 2 ** 20, 3] });
  const wide = gaussianMatrix({ rows: 4096, columns: 3 }, random.split("wide"));
  const kinds = [
    ["row-class factors, searched", tall, mixColumns(tall, { condition: 1e8 }, random.split("mix")), "auto"],
    ["dense factors, searched", wide, mixColumns(wide, { condition: 1e8 }, random.split("mix")), "never"],
    ["dense factors, read", wide, mixColumns(wide, { condition: 1e8 }, random.split("mix")), "auto"],
  ] as const;
  const methods = ["two-stage", "many-copies", "one-at-a-time"] as const;
  const cases = kinds.flatMap(([kind, matrix, mixed, fallback]) =>
    methods.map((method) => ({ kind, matrix, mixed, fallback, method })),
  );

  it.each(cases)(
    "changes no count and no sampled row: A R, condition 1e8, against A, $kind, $method",
    ({ matrix, mixed, fallback, method }) => {
      const second = gaussianMatrix({ rows: 30, columns: 1 }, random.split("second"));
      for (let seed = 0; seed < 2; seed++) {
        const [one, other] = [matrix, mixed].map((first) =>
          approximateKronecker([rowOracle(first), rowOracle(second)], {
            ...common,
            constant: "practical",
            search: "known",
            fallback,
            method,
            random: seededRandom(seed),
          }),
        );
        expect(other.ledger.entries()).toEqual(one.ledger.entries());
        expect(other.indices).toEqual(one.indices);
        // Scores are accurate to about 1e-16 times the condition.
        one.weights.forEach((weight, e) => {
          expect(Math.abs(other.weights[e] / weight - 1)).toBeLessThan(1e-5);
        });
      }
    },
  );
});
