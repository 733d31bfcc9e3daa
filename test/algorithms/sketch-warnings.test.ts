import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { planKronecker } from "../../src/algorithms/plan-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { sketchWarnings } from "../../src/algorithms/sketch-warnings.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const small = { rows: 100, columns: 2 };
const large = { rows: 2 ** 30, columns: 2 };

function warningsOf(
  factors: readonly { rows: number; columns: number }[],
  options: Partial<SketchOptions> = {},
) {
  return sketchWarnings(planKronecker(factors, { epsilon: 0.5, delta: 0.05, ...options }));
}

const qram =
  "coherent access to the rows and to the list of found rows (QRAM) is assumed; its cost is not in the query count.";

describe("sketchWarnings", () => {
  it("has nothing to say about factors that are read with the rigorous constant", () => {
    expect(warningsOf([small, small])).toEqual([]);
    expect(warningsOf([small, small], { search: "known" })).toEqual([]);
  });

  it("names the assumption of a search, and the promise where one is used", () => {
    expect(warningsOf([large, small], { fallback: "never" })).toEqual([qram]);
    expect(warningsOf([large, small], { fallback: "never", search: "exact" })).toEqual([
      "search exact: the number of marked rows is taken as a promise; finding it out is not billed.",
      qram,
    ]);
  });

  it("says of each factor what is read instead of searched", () => {
    const [first, second, ...rest] = warningsOf([large, { rows: 5000, columns: 2 }]);
    expect(first).toMatch(/^A1: levels \d+ to \d+ are replaced by reading the \d+ rows of level \d+/);
    expect(second).toMatch(/^A2: reading all 5000 rows costs less than searching/);
    expect(rest).toEqual([qram]);
  });

  it("names constants without proof and rounded marks", () => {
    expect(warningsOf([small, small], { constant: "practical", bits: 3 })).toEqual([
      expect.stringMatching(/^constant c = 1: .*c = 3 \(rigorous\)/),
      "probabilities are rounded up to multiples of 1/7 (3 bits): more rows are kept than needed.",
    ]);
    expect(warningsOf([small, small], { constant: 3.5 })).toEqual([]);
  });

  it("is passed on by the run, together with what the drawing of tuples has to say", () => {
    const factors = [100, 90].map((rows, k) => gaussianMatrix({ rows, columns: 2 }, seededRandom(k)));
    const run = (draws: number) =>
      approximateKronecker(
        factors.map((factor) => rowOracle(factor)),
        { epsilon: 0.5, delta: 0.05, draws, random: seededRandom(1) },
      );
    const { budget, tupleEpsilon } = planKronecker(factors, { epsilon: 0.5, delta: 0.05 });
    const needed = Math.ceil((3 * 4 * Math.log(8 / budget.tuples)) / tupleEpsilon ** 2);
    expect(run(50).warnings).toEqual([
      `50 tuples were drawn as asked; the guarantee needs ${needed}, so only the certificate tells.`,
    ]);
    expect(run(needed).warnings).toEqual([]);
    // As many draws as there are tuples: all are kept, and no guarantee is missed.
    expect(run(9000)).toMatchObject({ keptAll: true, warnings: [] });
  });
});
