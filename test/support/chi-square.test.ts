import { describe, expect, it } from "vitest";
import { chiSquareTail, expectFits, expectUniform } from "./chi-square.ts";

describe("chiSquareTail", () => {
  // Percentage points of the standard tables.
  it.each([
    [3.841458820694124, 1, 0.05],
    [10.827566170662733, 1, 0.001],
    [5.991464547107979, 2, 0.05],
    [7.814727903251179, 3, 0.05],
    [18.307038053275146, 10, 0.05],
    [35.17246162690806, 23, 0.05],
    [124.3421134093466, 100, 0.05],
    [149.4492527790387, 100, 0.001],
  ])("exceeds %d on %d degrees of freedom with probability %d", (statistic, degrees, tail) => {
    expect(chiSquareTail(statistic, degrees) / tail).toBeCloseTo(1, 6);
  });

  it("stays finite and small for statistics far out on many degrees", () => {
    expect(chiSquareTail(5000, 1000)).toBeLessThan(1e-100);
    expect(chiSquareTail(999, 1000)).toBeGreaterThan(0.4);
    expect(chiSquareTail(0, 3)).toBe(1);
  });
});

describe("expectFits", () => {
  it("accepts a fit and rejects a misfit", () => {
    expectFits([100, 90, 110], [100, 100, 100]);
    expect(() => expectFits([150, 50, 100], [100, 100, 100])).toThrow();
    expect(() => expectUniform([1000, 1200])).not.toThrow();
    expect(() => expectUniform([1000, 1400])).toThrow();
  });

  it("merges bins that expect fewer than 5", () => {
    expectFits([3, 0, 7, 0, 0], [2, 2, 2, 2, 2]);
    expect(() => expectFits([1], [1])).toThrow(RangeError);
  });
});
