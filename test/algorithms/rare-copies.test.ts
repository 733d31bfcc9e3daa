import { describe, expect, it } from "vitest";
import { manyCopiesTuples } from "../../src/algorithms/many-copies-tuples.ts";
import { planKronecker } from "../../src/algorithms/plan-kronecker.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { complete } from "../../src/task/complete.ts";

/** Draws from a factor of 40 rows whose frozen hashes are all the same, beside a known factor of one row. */
function drawWithHash(hash: number) {
  const random = seededRandom(5);
  const matrices = [
    gaussianMatrix({ rows: 40, columns: 2 }, random.split("first")),
    gaussianMatrix({ rows: 1, columns: 1 }, random.split("second")),
  ];
  const oracles = matrices.map((matrix) => rowOracle(matrix, { frozen: { hash: () => () => hash } }));
  const plan = planKronecker(matrices, { epsilon: 0.9, delta: 0.1, method: "many-copies" });
  const states = oracles.map((oracle, k) => ({
    level: 0,
    refined: false,
    exact: k === 1,
    rows: oracle.readAll(),
    reports: [],
  }));
  return complete(
    manyCopiesTuples({
      oracles,
      plans: plan.factors,
      states,
      parameters: plan.parameters,
      delta: plan.budget.tuples,
      random,
    }),
  );
}

// Among 2^50 rows a marked row has a probability of about 1e-12 and a hash below it, whose distance from 1 no double holds.
describe("manyCopiesTuples", () => {
  it("reads numbers of copies off hashes far below the spacing of doubles near 1", () => {
    for (const hash of [1e-17, 1e-30, 0]) {
      const { tuples } = drawWithHash(hash);
      expect(tuples.weights.length).toBeGreaterThan(0);
      expect(tuples.weights.every((weight) => weight > 0 && weight < Number.POSITIVE_INFINITY)).toBe(true);
    }
  });
});
