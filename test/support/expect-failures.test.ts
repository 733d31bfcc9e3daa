import { describe, expect, it } from "vitest";
import { binomialTail, expectFailures } from "./expect-failures.ts";

describe("binomialTail", () => {
  it("is the sum of the upper terms", () => {
    expect(binomialTail(0, 10, 0.3)).toBe(1);
    expect(binomialTail(10, 10, 0.5)).toBeCloseTo(2 ** -10, 14);
    expect(binomialTail(2, 3, 0.25)).toBeCloseTo(3 * 0.25 ** 2 * 0.75 + 0.25 ** 3, 14);
  });
});

describe("expectFailures", () => {
  it("accepts δ·n failures in n trials and refuses five times as many", () => {
    expect(() => expectFailures(10, 200, 0.05)).not.toThrow();
    expect(() => expectFailures(50, 200, 0.05)).toThrow(/50 failures in 200/);
  });
});
