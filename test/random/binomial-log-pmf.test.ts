import { describe, expect, it } from "vitest";
import { binomialLogPmf } from "../../src/random/binomial-log-pmf.ts";
import { choose, ratio } from "../support/exact-probability.ts";

describe("binomialLogPmf", () => {
  it("agrees with whole-number arithmetic for p = 1/2, 1/4 and 7/8", () => {
    for (const [eighths, trials] of [
      [4, 1],
      [4, 30],
      [2, 60],
      [7, 200],
    ]) {
      for (let k = 0; k <= trials; k++) {
        const exact = ratio(
          choose(trials, k) * BigInt(eighths) ** BigInt(k) * BigInt(8 - eighths) ** BigInt(trials - k),
          8n ** BigInt(trials),
        );
        expect(Math.abs(binomialLogPmf(k, trials, eighths / 8) - Math.log(exact))).toBeLessThan(
          1e-14 * (5 - Math.log(exact)),
        );
      }
    }
  });

  // 70-digit arithmetic at the given doubles.
  it.each([
    [2 ** 39 + 1000, 2 ** 40, 0.5, -14.088736782833266],
    [2 ** 39 - 3 * 2 ** 20, 2 ** 40, 0.5, -32.08873496392572],
    [3, 2 ** 40, 1e-12, -2.6066727775965406],
    [0, 2 ** 40, 1e-12, -1.0995116277765498],
    [2 ** 40 - 5, 2 ** 40, 1 - 2 ** -38, -1.856019937180774],
    [2 ** 52 + 123456789, 2 ** 53, 0.5, -21.978501969503085],
    [2702159776422000, 2 ** 53, 0.3, -18.50701494393425],
    [1000, 2 ** 53, 1e-13, -9.65374320775553],
    [17, 1000, 0.5, -609.3571684943587],
  ])("of %d successes in %d trials at p = %d has 14 digits", (k, trials, p, value) => {
    expect(Math.abs(binomialLogPmf(k, trials, p) / value - 1)).toBeLessThan(1e-14);
  });

  it("sums to one at a million trials", () => {
    let sum = 0;
    for (let k = 290_000; k <= 310_000; k++) sum += Math.exp(binomialLogPmf(k, 1_000_000, 0.3));
    expect(sum).toBeCloseTo(1, 12);
  });

  it("is certain at p = 0 and 1 and impossible outside the support", () => {
    expect(binomialLogPmf(0, 5, 0)).toBe(0);
    expect(binomialLogPmf(1, 5, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect(binomialLogPmf(5, 5, 1)).toBe(0);
    expect(binomialLogPmf(4, 5, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(binomialLogPmf(0, 0, 0.5)).toBe(0);
    for (const k of [-1, 6, 2.5, Number.NaN]) {
      expect(binomialLogPmf(k, 5, 0.5)).toBe(Number.NEGATIVE_INFINITY);
    }
  });
});
