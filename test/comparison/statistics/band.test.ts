import { describe, expect, it } from "vitest";
import { bandOf } from "../../../src/comparison/statistics/band.ts";

describe("bandOf", () => {
  it("is the median between quantiles, and the ends for few values", () => {
    expect(bandOf([9, 1, 2], 0.9)).toEqual({ median: 2, low: 1, high: 9, count: 3 });
    const many = Array.from({ length: 101 }, (_, k) => k);
    expect(bandOf(many, 0.9)).toMatchObject({ median: 50, count: 101 });
    expect(bandOf(many, 0.9).low).toBeCloseTo(5, 0);
    expect(bandOf(many, 0.9).high).toBeCloseTo(95, 0);
  });

  it("refuses nothing and what is no number", () => {
    expect(() => bandOf([], 0.9)).toThrow(/expected at least one number, got none/);
    expect(() => bandOf([1, Number.NaN], 0.9)).toThrow(/got NaN/);
  });
});
