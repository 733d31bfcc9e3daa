import { describe, expect, it } from "vitest";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { total } from "../../support/real-dense.ts";

describe("gaussianMatrix", () => {
  it("has entries of mean 0 and variance 1", () => {
    // 10^5 entries: standard deviations 0.0032 of the mean and 0.0045 of the variance; six of them: 4e-9.
    const { data } = gaussianMatrix({ rows: 25_000, columns: 4 }, seededRandom(1));
    expect(Math.abs(total(data) / data.length)).toBeLessThan(0.019);
    expect(Math.abs(total(data.map((x) => x * x)) / data.length - 1)).toBeLessThan(0.027);
  });

  it("is decided by the seed", () => {
    const shape = { rows: 5, columns: 2 };
    expect(gaussianMatrix(shape, seededRandom(3))).toEqual(gaussianMatrix(shape, seededRandom(3)));
    expect(gaussianMatrix(shape, seededRandom(3))).not.toEqual(gaussianMatrix(shape, seededRandom(4)));
  });

  it("refuses shapes that are no shapes, and more than 2^27 entries before they are allocated", () => {
    const random = seededRandom(1);
    for (const rows of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => gaussianMatrix({ rows, columns: 2 }, random)).toThrow(/rows to be a whole number ≥ 1/);
      expect(() => gaussianMatrix({ rows: 2, columns: rows }, random)).toThrow(
        /columns to be a whole number ≥ 1/,
      );
    }
    expect(() => gaussianMatrix({ rows: 2 ** 40, columns: 2 }, random)).toThrow(/at most 2\^27 entries/);
  });
});
