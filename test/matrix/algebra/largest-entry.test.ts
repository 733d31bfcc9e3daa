import { describe, expect, it } from "vitest";
import { largestEntry, largestEntryDifference } from "../../../src/matrix/algebra/largest-entry.ts";

describe("largestEntry", () => {
  it("is the largest |x|, 0 for none, and NaN where one is", () => {
    expect(largestEntry([1, -3, 2])).toBe(3);
    expect(largestEntry(Float64Array.of(-0))).toBe(0);
    expect(largestEntry([])).toBe(0);
    expect(largestEntry([1, Number.NEGATIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(largestEntry([1, Number.NaN, 2])).toBeNaN();
  });
});

describe("largestEntryDifference", () => {
  it("is the largest |x − y| of entries in the same place", () => {
    expect(largestEntryDifference([1, 5, -2], [1, 4, 2])).toBe(4);
    expect(largestEntryDifference([], [])).toBe(0);
  });
});
