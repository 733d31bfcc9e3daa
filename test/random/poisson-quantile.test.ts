import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyedHash } from "../../src/random/keyed-hash.ts";
import { poissonLogPmf } from "../../src/random/poisson-log-pmf.ts";
import { poissonQuantile } from "../../src/random/poisson-quantile.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectSamples } from "../support/discrete-law.ts";

/** The definition: sums from zero until the cumulated probability exceeds u. Slow, and rounded near 1. */
function plainQuantile(mean: number, u: number): number {
  let k = 0;
  let cumulated = Math.exp(-mean);
  while (cumulated <= u) cumulated += Math.exp(poissonLogPmf(++k, mean));
  return k;
}

describe("poissonQuantile", () => {
  it("agrees with the plain sum", () => {
    const mean = fc.oneof(
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.double({ min: 0, max: 500, noNaN: true }),
    );
    fc.assert(
      fc.property(mean, fc.double({ min: 0, max: 0.999999, noNaN: true }), (m, u) => {
        expect(poissonQuantile(m, u)).toBe(plainQuantile(m, u));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  // 70-digit sums.
  it.each([
    [3, 0.5, 3],
    [1e4, 0.5, 10000],
    [1e4, 2 ** -53, 9190],
    [1e4, 1 - 2 ** -53, 10832],
    [1000, 0.999999, 1154],
    [1000, 1e-10, 806],
    [0.1, 1 - 2 ** -53, 9],
    [50, 0.123, 42],
  ])("at mean %d and u = %d is %d", (mean, u, k) => {
    expect(poissonQuantile(mean, u)).toBe(k);
  });

  it("is 0 exactly when u < exp(−mean), to the bit", () => {
    for (const mean of [1e-12, 0.001, 0.1, 0.5, Math.LN2, 1, 2, 10, 30]) {
      const threshold = Math.exp(-mean);
      expect(poissonQuantile(mean, threshold)).toBeGreaterThan(0);
      expect(poissonQuantile(mean, threshold * (1 - 2 ** -52))).toBe(0);
    }
  });

  it("never falls as u grows", () => {
    for (const mean of [0.7, 12, 3000]) {
      let before = 0;
      for (let step = 0; step < 2000; step++) {
        const k = poissonQuantile(mean, step / 2000);
        expect(k).toBeGreaterThanOrEqual(before);
        before = k;
      }
    }
  });

  it.each([0.05, 2, 40, 1e4])("turns a uniform hash into a Poisson number of mean %d", (mean) => {
    const hash = keyedHash(seededRandom("quantile").split("mean", Math.floor(mean)));
    const reach = 8 * Math.sqrt(mean) + 30;
    let index = 0;
    expectSamples(() => poissonQuantile(mean, hash(index++)), 40_000, {
      logPmf: (k) => poissonLogPmf(k, mean),
      from: Math.max(0, Math.floor(mean - reach)),
      to: Math.ceil(mean + reach),
    });
  });

  it("ends at the edges: mean 0, tiny means, u = 0 and u near 1", () => {
    expect(poissonQuantile(0, 1 - 2 ** -53)).toBe(0);
    expect(poissonQuantile(1e-10, 1 - 2 ** -53)).toBe(1);
    expect(poissonQuantile(1e-300, 1 - 2 ** -53)).toBe(0);
    expect(poissonQuantile(1e6, 0)).toBe(0);
    expect(poissonQuantile(1e4, 1e-300)).toBeLessThan(poissonQuantile(1e4, 1e-200));
    expect(poissonQuantile(2 ** 40, 0.5)).toBe(2 ** 40);
  });

  it("refuses a mean outside [0, 2^40] and u outside [0, 1)", () => {
    for (const mean of [-1, Number.NaN, 2 ** 41]) {
      expect(() => poissonQuantile(mean, 0.5)).toThrow(/poissonQuantile: expected a mean/);
    }
    for (const u of [-0.1, 1, Number.NaN]) {
      expect(() => poissonQuantile(1, u)).toThrow(/poissonQuantile: expected a probability in \[0, 1\)/);
    }
  });
});
