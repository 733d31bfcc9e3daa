import { describe, expect, it } from "vitest";
import { leverageEstimator, leverageEstimatorTask } from "../../src/algorithms/leverage-estimator.ts";
import { leverageScores } from "../../src/matrix/algebra/leverage-scores.ts";
import type { DenseMatrix } from "../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { illConditionedMatrix } from "../../src/matrix/generators/ill-conditioned-matrix.ts";
import { needleMatrix } from "../../src/matrix/generators/needle-matrix.ts";
import { rankDeficientMatrix } from "../../src/matrix/generators/rank-deficient-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { withZeroRows } from "../../src/matrix/generators/with-zero-rows.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { complete } from "../../src/task/complete.ts";

const random = seededRandom(81);
const epsilon = 0.5;

function estimatorOf(
  matrix: Parameters<typeof rowOracle>[0],
  seed: number,
  fallback: "auto" | "never" = "never",
) {
  return leverageEstimator(rowOracle(matrix), {
    epsilon,
    delta: 0.05,
    fallback,
    search: "known",
    random: seededRandom(seed),
  });
}

describe("leverageEstimator", () => {
  const kinds: readonly [string, DenseMatrix][] = [
    ["Gaussian", gaussianMatrix({ rows: 3000, columns: 3 }, random)],
    ["a needle", needleMatrix({ rows: 3000, position: 17 })],
    ["ill-conditioned", illConditionedMatrix({ rows: 3000, columns: 3, condition: 1e8 }, random)],
    ["rank-deficient", rankDeficientMatrix({ rows: 3000, columns: 4, rank: 2 }, random)],
    ["with zeros", withZeroRows(gaussianMatrix({ rows: 2000, columns: 2 }, random), { count: 1000 }, random)],
  ];

  it.each(kinds)("estimates every score within 1/(1 + ε) and 1/(1 − ε), %s", (_, matrix) => {
    const { scores, rank } = leverageScores(matrix);
    for (let seed = 0; seed < 3; seed++) {
      const estimator = estimatorOf(matrix, seed);
      expect(estimator.sketch.ledger.total({ access: "quantum" })).toBeGreaterThan(0);
      expect(estimator.rank).toBe(rank);
      for (let i = 0; i < matrix.rows; i += 7) {
        const estimate = estimator.score(i);
        // Rounding times the condition is 1e-8.
        expect(estimate).toBeGreaterThanOrEqual(scores[i] / (1 + epsilon) - 1e-7);
        expect(estimate).toBeLessThanOrEqual(Math.min(1, scores[i] / (1 - epsilon)) + 1e-7);
      }
    }
  });

  it("is exact when everything was read", () => {
    const matrix = gaussianMatrix({ rows: 60, columns: 3 }, random);
    const estimator = estimatorOf(matrix, 1, "auto");
    leverageScores(matrix).scores.forEach((score, i) => {
      expect(estimator.score(i)).toBeCloseTo(score, 14);
    });
  });

  it("bills one classical row query a score under a stage of its own, repeated scores too", () => {
    const estimator = estimatorOf(needleMatrix({ rows: 3000, position: 17 }), 2);
    const { ledger } = estimator.sketch;
    const before = ledger.total();
    for (const i of [17, 5, 17]) estimator.score(i);
    expect(ledger.total({ stage: "scores", access: "classical", use: "read" })).toBe(3);
    expect(ledger.total()).toBe(before + 3);
  });

  it("works at 2^40 rows: the needle scores 1, the others next to nothing", () => {
    const rows = 2 ** 40;
    const estimator = leverageEstimator(rowOracle(needleMatrix({ rows, position: 99, form: "row-class" })), {
      epsilon,
      delta: 0.05,
      constant: "practical",
      search: "known",
      random: seededRandom(3),
    });
    expect(estimator.score(99)).toBe(1);
    expect(estimator.score(98) * rows).toBeGreaterThan(1 / 1.5);
    expect(estimator.score(98) * rows).toBeLessThan(1 / 0.5);
  });

  it("is the same as a task", () => {
    const matrix = replicatedBasisMatrix({ counts: [2 ** 20, 50] });
    const options = { epsilon, delta: 0.05, constant: 0.1, random: seededRandom(4) };
    const one = leverageEstimator(rowOracle(matrix), options);
    const other = complete(leverageEstimatorTask(rowOracle(matrix), options));
    expect(other.sketch.rows).toEqual(one.sketch.rows);
    expect(other.score(2 ** 20)).toBe(one.score(2 ** 20));
  });

  it("refuses rows that are not there, and bills nothing for them", () => {
    const estimator = estimatorOf(gaussianMatrix({ rows: 60, columns: 3 }, random), 1, "auto");
    for (const i of [-1, 60, 1.5, Number.NaN]) {
      expect(() => estimator.score(i)).toThrow(
        `A: expected a row that is a whole number from 0 to 59, got ${i}; rows are counted from 0.`,
      );
    }
    expect(estimator.sketch.ledger.total({ stage: "scores" })).toBe(0);
  });
});
