import { describe, expect, it } from "vitest";
import { hypergeometricLogPmf } from "../../src/random/hypergeometric-log-pmf.ts";
import { choose, ratio } from "../support/exact-probability.ts";

describe("hypergeometricLogPmf", () => {
  it("agrees with whole-number arithmetic for every table up to a population of 12, and for one of 300", () => {
    const tables: [number, number, number][] = [[300, 120, 77]];
    for (let population = 0; population <= 12; population++) {
      for (let successes = 0; successes <= population; successes++) {
        for (let draws = 0; draws <= population; draws++) tables.push([population, successes, draws]);
      }
    }
    for (const [population, successes, draws] of tables) {
      for (let k = 0; k <= draws; k++) {
        const exact = Math.log(
          ratio(choose(successes, k) * choose(population - successes, draws - k), choose(population, draws)),
        );
        const value = hypergeometricLogPmf(k, population, successes, draws);
        if (exact === Number.NEGATIVE_INFINITY) expect(value).toBe(exact);
        else expect(Math.abs(value - exact)).toBeLessThan(1e-14 * (10 - exact));
      }
    }
  });

  // 70-digit arithmetic.
  it.each([
    [2 ** 38 + 777777, 2 ** 40, 2 ** 39, 2 ** 39, -17.797084203671105],
    [2 ** 51 + 1, 2 ** 53, 2 ** 52, 2 ** 52, -17.901044456923334],
    [2, 2 ** 53 - 1, 2 ** 40 + 1, 2 ** 12, -2.5794720766452643],
    [500, 2 ** 40, 2 ** 39, 1000, -3.679918991639382],
    [2 ** 20 - 1, 2 ** 40, 2 ** 40 - 2 ** 20, 2 ** 20, -0.9999990463253804],
    [3, 50, 10, 20, -1.4875317025512036],
  ])(
    "of %d from (%d, %d, %d) has an absolute error below 2e-14",
    (k, population, successes, draws, value) => {
      expect(Math.abs(hypergeometricLogPmf(k, population, successes, draws) - value)).toBeLessThan(2e-14);
    },
  );

  it("is impossible outside the support", () => {
    for (const k of [-1, 1, 7, 2.5, Number.NaN]) {
      expect(hypergeometricLogPmf(k, 10, 6, 6)).toBe(Number.NEGATIVE_INFINITY);
    }
  });
});
