import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import { asWeightedRows } from "../../src/matrix/as-weighted-rows.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rowClasses } from "../../src/matrix/generators/row-classes.ts";
import { allTuples } from "../../src/matrix/kronecker/all-tuples.ts";
import { sampleTuples } from "../../src/matrix/kronecker/sample-tuples.ts";
import type { RealMatrix } from "../../src/matrix/real-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const random = seededRandom(8);

function run(factors: readonly RealMatrix[], options: Partial<SketchOptions>) {
  return approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    { epsilon: 0.5, delta: 0.05, random, ...options },
  );
}

/** One class of 2^40 equal rows: a list with as many rows, in one entry. */
const tall = rowClasses([2 ** 40], [Float64Array.of(1)]);
const small = gaussianMatrix({ rows: 30, columns: 2 }, random);

describe("a list of tuples that no machine holds", () => {
  it.each(["many-copies", "one-at-a-time"] as const)("is refused before it is drawn by %s", (method) => {
    for (const options of [{ epsilon: 1e-3 }, { constant: 1e300 }]) {
      expect(() => run([small, small], { method, ...options })).toThrow(LimitError);
    }
    expect(() => run([small, small], { method, epsilon: 1e-3 })).toThrow(
      new RegExp(
        `^${method}: expected at most 16777216 tuples, got \\d+ tuples; use a larger epsilon, or ask`,
      ),
    );
  });

  it("is refused before it is made by two-stage, drawn or complete", () => {
    const many = gaussianMatrix({ rows: 4200, columns: 2 }, random);
    expect(() => run([many, many], { epsilon: 1e-6 })).toThrow(
      /^allTuples: expected at most 16777216 tuples, got 17640000 tuples;/,
    );
    const list = asWeightedRows(tall);
    expect(() => sampleTuples([list, list], 2 ** 24 + 1, random)).toThrow(
      /^sampleTuples: expected at most 16777216 tuples, got 16777217 tuples;/,
    );
    expect(() => allTuples([list, list])).toThrow(LimitError);
  });

  it("is not refused because equal tuples are drawn often, unless that takes forever", () => {
    const two = asWeightedRows(gaussianMatrix({ rows: 2, columns: 1 }, random));
    expect(sampleTuples([two, two], 2 ** 16, random).weights.length).toBe(4);
    expect(() => sampleTuples([two, two], 2 ** 28 + 1, random)).toThrow(
      /^sampleTuples: expected at most 268435456 draws, got 268435457 draws;/,
    );
  });
});
