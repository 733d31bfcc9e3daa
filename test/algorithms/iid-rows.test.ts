import { describe, expect, it } from "vitest";
import { drawKnownRows, zipRows } from "../../src/algorithms/iid-rows.ts";
import { normaliserTolerance, scoreFactor } from "../../src/algorithms/scored-factor.ts";
import { leverageScores } from "../../src/matrix/algebra/leverage-scores.ts";
import { asWeightedRows } from "../../src/matrix/as-weighted-rows.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../src/matrix/generators/replicated-basis-matrix.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFits, expectUniform } from "../support/chi-square.ts";

const random = seededRandom(101);
const matrix = gaussianMatrix({ rows: 30, columns: 3 }, random.split("matrix"));

describe("drawKnownRows", () => {
  it("draws row i with probability τ_i/rank and says one over it", () => {
    const { scores, rank } = leverageScores(matrix);
    const draws = 20_000;
    const { indices, inverseProbabilities } = drawKnownRows(
      asWeightedRows(matrix),
      draws,
      random.split("draws"),
    );
    const counts = new Float64Array(30);
    indices.forEach((i, draw) => {
      counts[i]++;
      expect(inverseProbabilities[draw] * scores[i]).toBeCloseTo(rank, 9);
    });
    expectFits(
      counts,
      scores.map((score) => (draws * score) / rank),
    );
  });

  it("draws evenly within a block of identical rows", () => {
    const rows = asWeightedRows(replicatedBasisMatrix({ counts: [4, 12] }));
    const { indices, inverseProbabilities } = drawKnownRows(rows, 16_000, random.split("blocks"));
    const [first, second] = [new Float64Array(4), new Float64Array(12)];
    indices.forEach((i, draw) => {
      if (i < 4) first[i]++;
      else second[i - 4]++;
      expect(inverseProbabilities[draw]).toBeCloseTo(i < 4 ? 8 : 24, 12);
    });
    expectUniform(first);
    expectUniform(second);
    expectFits(
      [first, second].map((counts) => counts.reduce((sum, c) => sum + c)),
      [8000, 8000],
    );
  });
});

describe("zipRows", () => {
  const list = (indices: number[], inverse: number[]) => ({
    indices: Float64Array.from(indices),
    inverseProbabilities: Float64Array.from(inverse),
  });

  it("pairs draws in their order, as many as the shortest list has, and adds up equal ones", () => {
    const { tuples, draws } = zipRows([list([5, 6, 5, 9], [2, 3, 2, 7]), list([1, 1, 1], [10, 10, 10])]);
    expect(draws).toBe(3);
    expect(tuples.order).toBe(2);
    expect([...tuples.indices]).toEqual([5, 1, 6, 1]);
    // (5, 1) twice: D² = 2·(2·10)/3; (6, 1) once: 3·10/3.
    expect(tuples.weights[0] ** 2).toBeCloseTo(40 / 3, 12);
    expect(tuples.weights[1] ** 2).toBeCloseTo(10, 12);
  });
});

describe("scoreFactor", () => {
  const state = (exact: boolean) => ({
    level: 0,
    refined: exact,
    exact,
    rows: asWeightedRows(matrix),
    reports: [],
  });

  it("takes exact scores as they are, and over-estimates the others by 1 + ε₀", () => {
    const { scores } = leverageScores(matrix);
    const exact = scoreFactor(state(true), 0.5);
    const approximate = scoreFactor(state(false), 0.5);
    expect(exact).toMatchObject({ rank: 3, sumBound: 3 });
    expect(approximate).toMatchObject({ rank: 3, sumBound: 9 });
    scores.forEach((score, i) => {
      expect(exact.overestimate(matrix.row(i))).toBeCloseTo(score, 12);
      expect(approximate.overestimate(matrix.row(i))).toBeCloseTo(Math.min(1, 1.5 * score), 12);
    });
    expect(approximate.overestimate(Float64Array.of(1e9, 0, 0))).toBe(1);
  });

  it("leaves the normalisers an error that fits into ε: (1 + 3ε/4)(1 + η)^q = 1 + ε", () => {
    for (const epsilon of [0.01, 0.5, 0.99]) {
      for (const order of [2, 3, 5]) {
        const tolerance = normaliserTolerance(epsilon, order);
        expect((1 + 0.75 * epsilon) * (1 + tolerance) ** order).toBeCloseTo(1 + epsilon, 14);
        expect((1 - 0.75 * epsilon) * (1 - tolerance) ** order).toBeGreaterThanOrEqual(1 - epsilon);
      }
    }
  });
});
