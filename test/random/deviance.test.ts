import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviance } from "../../src/random/deviance.ts";

describe("deviance", () => {
  // 70-digit arithmetic at the given doubles.
  it.each([
    [10, 9.999999999, 5.0000008277370776e-20],
    [2 ** 40, 2 ** 40 + 1, 4.547473508861884e-13],
    [1e15, 1e15 + 3e7, 0.4499999910000002],
    [3, 3.6, 0.05303532961813614],
    [3, 3.7, 0.07083840705379282],
    [5, 100, 80.02133863223004],
    [100, 5, 204.5732273553991],
  ])("of %d from %d is %d to 14 digits", (x, mean, value) => {
    expect(Math.abs(deviance(x, mean) / value - 1)).toBeLessThan(2e-14);
  });

  it("is the mean at zero, zero at the mean and infinite where the mean is zero", () => {
    expect(deviance(0, 3.5)).toBe(3.5);
    expect(deviance(0, 0)).toBe(0);
    expect(deviance(7, 7)).toBe(0);
    expect(deviance(7, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("uses the difference it is given", () => {
    expect(deviance(2 ** 53, 2 ** 53, 0.25)).toBeCloseTo(0.25 ** 2 / 2 ** 54, 30);
  });

  it("is never negative and ends for every input, also for one that is not finite", () => {
    const count = fc.maxSafeNat();
    const mean = fc.oneof(fc.double({ min: 1e-290, max: 1e300, noNaN: true }), fc.maxSafeNat());
    fc.assert(
      fc.property(count, mean, (x, m) => {
        expect(deviance(x, m)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(deviance(Number.NaN, 1)).toBeNaN();
  });
});
