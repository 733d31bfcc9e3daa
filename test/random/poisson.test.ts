import { describe, expect, it } from "vitest";
import { poisson } from "../../src/random/poisson.ts";
import { poissonLogPmf } from "../../src/random/poisson-log-pmf.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectSamples } from "../support/discrete-law.ts";
import { expectRejectionLaw } from "../support/rejection-law.ts";

describe("poisson", () => {
  it("gives these numbers for seed 7, in every later version too", () => {
    expect(poisson(3, seededRandom(7))).toBe(6);
    expect(poisson(1000, seededRandom(7))).toBe(1070);
  });

  // Each a chi-square test at false alarm 1e-6; bins are summed where the law is wide.
  it.each([0.001, 0.5, 3, 9.99, 10, 10.5, 33.3, 1000, 123_456.789, 2 ** 36])(
    "follows its law at mean %d",
    (mean) => {
      const reach = mean > 1e5 ? 5 * Math.sqrt(mean) : 8 * Math.sqrt(mean) + 30;
      const stream = seededRandom("poisson").split(`${mean}`);
      expectSamples(() => poisson(mean, stream), 60_000, {
        logPmf: (k) => poissonLogPmf(k, mean),
        from: Math.max(0, Math.floor(mean - reach)),
        to: Math.ceil(mean + reach),
      });
    },
  );

  it.each([10, 14.5, 40])("accepts points in proportion to its law at mean %d", (mean) => {
    expectRejectionLaw(
      (stream) => poisson(mean, stream),
      (k) => poissonLogPmf(k, mean),
    );
  });

  it("has the right mean and variance at 2^52", () => {
    // 40000 standardised draws: 5 standard deviations each, 6e-7.
    const stream = seededRandom("large");
    const draws = 40_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < draws; i++) {
      const z = (poisson(2 ** 52, stream) - 2 ** 52) / 2 ** 26;
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(5 / Math.sqrt(draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan(5 * Math.sqrt(2 / draws));
  });

  it("is 0 at mean 0 and refuses a mean outside [0, 2^52]", () => {
    const stream = seededRandom(1);
    expect(poisson(0, stream)).toBe(0);
    for (const mean of [-1, Number.NaN, 2 ** 53]) {
      expect(() => poisson(mean, stream)).toThrow(/poisson: expected a mean/);
    }
  });
});
