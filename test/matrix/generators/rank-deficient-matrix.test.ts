import { describe, expect, it } from "vitest";
import { rankOf } from "../../../src/matrix/algebra/rank.ts";
import { rankDeficientMatrix } from "../../../src/matrix/generators/rank-deficient-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

describe("rankDeficientMatrix", () => {
  it("has the rank that was asked for, from 0 to full", () => {
    for (let rank = 0; rank <= 5; rank++) {
      expect(rankOf(rankDeficientMatrix({ rows: 30, columns: 5, rank }, seededRandom(rank)))).toBe(rank);
    }
  });

  it("refuses a rank above rows or columns", () => {
    expect(() => rankDeficientMatrix({ rows: 3, columns: 5, rank: 4 }, seededRandom(1))).toThrow(
      /rank to be a whole number from 0 to 3, got 4/,
    );
    expect(() => rankDeficientMatrix({ rows: 3, columns: 5, rank: -1 }, seededRandom(1))).toThrow(RangeError);
  });
});
