import { describe, expect, it } from "vitest";
import { halvingOverestimate } from "../../../src/matrix/algebra/halving-overestimate.ts";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { rowSpace } from "../../../src/matrix/algebra/row-space.ts";
import { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const rows = 256;
const columns = 4;

function halves(seed: number) {
  const random = seededRandom(seed);
  const matrix = gaussianMatrix({ rows, columns }, random.split("matrix"));
  const coin = random.split("coins");
  const inHalf = Array.from({ length: rows }, () => coin.uniform() < 0.5);
  const kept = inHalf.flatMap((kept, i) => (kept ? [...matrix.row(i)] : []));
  const half = new DenseMatrix(kept.length / columns, columns, Float64Array.from(kept));
  return { matrix, inHalf, half, space: rowSpace(half) };
}

describe("halvingOverestimate", () => {
  it("never falls below the leverage score", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { matrix, inHalf, space } = halves(seed);
      const { scores } = leverageScores(matrix);
      for (let i = 0; i < rows; i++) {
        expect(halvingOverestimate(space.score(matrix.row(i)), inHalf[i], 0)).toBeGreaterThanOrEqual(
          scores[i] - 1e-12,
        );
      }
    }
  });

  it("is the score of the row inside the half with that row added", () => {
    const { matrix, inHalf, half, space } = halves(3);
    for (let i = 0; i < rows; i += 17) {
      if (inHalf[i]) continue;
      const added = new DenseMatrix(half.rows + 1, columns, Float64Array.of(...half.data, ...matrix.row(i)));
      const inside = leverageScores(added).scores[half.rows];
      expect(halvingOverestimate(space.score(matrix.row(i)), false, 0)).toBeCloseTo(inside, 12);
    }
  });

  // The sum over 200 halves has a standard deviation of about 0.03; 2 % of 2d is more than five of them.
  it("sums to at most 2d in expectation over random halves", () => {
    let sum = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { matrix, inHalf, space } = halves(1000 + seed);
      for (let i = 0; i < rows; i++) sum += halvingOverestimate(space.score(matrix.row(i)), inHalf[i], 0);
    }
    expect(sum / 200).toBeLessThanOrEqual(2 * columns * 1.02);
    expect(sum / 200).toBeGreaterThan(columns);
  });

  it("caps a row of the half at 1 and takes a new direction as 1", () => {
    expect(halvingOverestimate(5, true, 0.5)).toBe(1);
    expect(halvingOverestimate(Number.POSITIVE_INFINITY, false, 0.5)).toBe(1);
    expect(halvingOverestimate(1, false, 0)).toBe(0.5);
    expect(halvingOverestimate(0, false, 0.5)).toBe(0);
  });
});
