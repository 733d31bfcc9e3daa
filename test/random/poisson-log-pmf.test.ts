import { describe, expect, it } from "vitest";
import { poissonLogPmf } from "../../src/random/poisson-log-pmf.ts";

describe("poissonLogPmf", () => {
  it("agrees with the product e^{−m} m/1 · m/2 · … · m/k", () => {
    for (const mean of [0.01, 1, 3.7, 50]) {
      let pmf = Math.exp(-mean);
      for (let k = 0; k <= 60; k++) {
        if (k > 0) pmf *= mean / k;
        expect(Math.exp(poissonLogPmf(k, mean)) / pmf).toBeCloseTo(1, 11);
      }
    }
  });

  // 70-digit arithmetic.
  it.each([
    [2 ** 40 + 2 ** 21, 2 ** 40, -16.781881826512517],
    [2 ** 52, 2 ** 52, -18.94076522776325],
    [0, 3.5, -3.5],
    [1000, 1.5, -5508.163070379999],
    [5, 1e-9, -108.4038209285141],
    [100, 120.25, -5.032084656976434],
  ])("of %d at mean %d has 14 digits", (k, mean, value) => {
    expect(Math.abs(poissonLogPmf(k, mean) / value - 1)).toBeLessThan(1e-14);
  });

  it("is certain at mean 0 and impossible off the whole numbers", () => {
    expect(poissonLogPmf(0, 0)).toBeCloseTo(0, 15);
    expect(poissonLogPmf(1, 0)).toBe(Number.NEGATIVE_INFINITY);
    for (const k of [-1, 0.5, Number.NaN]) expect(poissonLogPmf(k, 2)).toBe(Number.NEGATIVE_INFINITY);
  });
});
