import { describe, expect, it } from "vitest";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";
import { withZeroRows } from "../../../src/matrix/generators/with-zero-rows.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { dense } from "../../support/real-dense.ts";

describe("withZeroRows", () => {
  it("keeps the rows in order, with their scores, and adds rows of score 0", () => {
    const matrix = gaussianMatrix({ rows: 20, columns: 3 }, seededRandom(1));
    const padded = withZeroRows(matrix, { count: 15 }, seededRandom(2));
    expect(padded.rows).toBe(35);
    const kept = Array.from({ length: 35 }, (_, i) => i).filter((i) => padded.row(i).some((x) => x !== 0));
    expect(kept.flatMap((i) => [...padded.row(i)])).toEqual([...matrix.data]);
    const before = leverageScores(matrix).scores;
    const after = leverageScores(padded).scores;
    kept.forEach((i, k) => {
      expect(after[i]).toBeCloseTo(before[k], 13);
    });
    after.forEach((score, i) => {
      if (!kept.includes(i)) expect(score).toBe(0);
    });
  });

  it("puts the zero at every place with the same probability", () => {
    // One zero among three rows, 6000 draws: each count has mean 2000 and standard deviation 36.5; six of them: 220.
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 6000; seed++) {
      const padded = withZeroRows(dense([[1], [2]]), { count: 1 }, seededRandom(seed));
      counts[[...padded.data].indexOf(0)]++;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(220);
  });

  it("adds one class to a row-class matrix, and nothing for a count of 0", () => {
    const matrix = replicatedBasisMatrix({ counts: [5, 6] });
    const padded = withZeroRows(matrix, { count: 2 ** 40 }, seededRandom(1));
    expect(padded.rows).toBe(11 + 2 ** 40);
    expect([...padded.row(11)]).toEqual([0, 0]);
    expect(withZeroRows(matrix, { count: 0 }, seededRandom(1)).classes).toEqual(matrix.classes);
    expect(withZeroRows(dense([[1]]), { count: 0 }, seededRandom(1))).toEqual(dense([[1]]));
  });

  it("refuses counts that are no counts", () => {
    expect(() => withZeroRows(dense([[1]]), { count: -1 }, seededRandom(1))).toThrow(RangeError);
    expect(() => withZeroRows(dense([[1]]), { count: 2 ** 40 }, seededRandom(1))).toThrow(/2\^27/);
  });
});
