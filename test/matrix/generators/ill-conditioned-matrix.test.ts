import { describe, expect, it } from "vitest";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { thinSvd } from "../../../src/matrix/algebra/thin-svd.ts";
import { illConditionedMatrix } from "../../../src/matrix/generators/ill-conditioned-matrix.ts";
import { orthonormalMatrix } from "../../../src/matrix/generators/orthonormal-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

describe("illConditionedMatrix", () => {
  it.each([1, 1e4, 1e9])("has the condition that was asked for and the scores of Q: %d", (condition) => {
    const shape = { rows: 80, columns: 3 };
    const matrix = illConditionedMatrix({ ...shape, condition }, seededRandom(1));
    const { singularValues } = thinSvd(matrix);
    expect(singularValues[0] / singularValues[2] / condition).toBeCloseTo(1, 6);
    const q = orthonormalMatrix(shape, seededRandom(1).split("orthonormal"));
    leverageScores(matrix).scores.forEach((score, i) => {
      const expected = q.row(i).reduce((sum, x) => sum + x * x, 0);
      expect(Math.abs(score - expected)).toBeLessThan(1e-15 * Math.max(100, condition));
    });
  });

  it("refuses a condition below 1 and more columns than rows", () => {
    expect(() => illConditionedMatrix({ rows: 5, columns: 2, condition: 0 }, seededRandom(1))).toThrow(
      RangeError,
    );
    expect(() => illConditionedMatrix({ rows: 1, columns: 2, condition: 9 }, seededRandom(1))).toThrow(
      RangeError,
    );
  });
});
