import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonLogPmf } from "../../src/random/poisson-log-pmf.ts";
import { poissonTailQuantile } from "../../src/random/poisson-tail-quantile.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectSamples } from "../support/discrete-law.ts";

/** The definition, each tail summed anew: P(X ≥ k), from k up until the terms vanish beside the sum. */
function tailFrom(k: number, mean: number): number {
  let sum = 0;
  for (let j = k; ; j++) {
    const term = Math.exp(poissonLogPmf(j, mean));
    sum += term;
    if (j > mean && term <= sum * 1e-18) return sum;
  }
}

describe("poissonTailQuantile", () => {
  it("is the k with P(X > k) < tail ≤ P(X ≥ k)", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: 0.01, max: 200, noNaN: true }),
          fc.integer({ min: 1, max: 15 }).map((e) => 10 ** -e),
        ),
        fc.double({ min: 1e-3, max: 100, noNaN: true }),
        (mean, exponent) => {
          const tail = Math.exp(-exponent);
          const k = poissonTailQuantile(mean, tail);
          expect(tailFrom(k + 1, mean)).toBeLessThan(tail * (1 + 1e-9));
          if (k > 0) expect(tailFrom(k, mean)).toBeGreaterThan(tail * (1 - 1e-9));
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  // 70-digit sums.
  it.each([
    [3, 0.5, 3],
    [1e4, 0.5, 10000],
    [1e4, 2 ** -53, 10832],
    [1000, 1e-6, 1154],
    [0.1, 2 ** -53, 9],
    [50, 0.877, 42],
    [2 ** 40, 0.5, 2 ** 40],
  ])("at mean %d and tail %d is %d", (mean, tail, k) => {
    expect(poissonTailQuantile(mean, tail)).toBe(k);
  });

  // P(X ≥ 1) = m − m²/2 + …, P(X ≥ 2) = m²/2 − m³/3 + …, P(X ≥ 3) = m³/6 − …
  it("tells copies of rare events apart, far below the spacing of doubles near 1", () => {
    const m = 1e-12;
    for (const [edge, below, above] of [
      [m, 1, 0],
      [m ** 2 / 2, 2, 1],
      [m ** 3 / 6, 3, 2],
    ] as const) {
      expect(poissonTailQuantile(m, edge * (1 - 1e-9))).toBe(below);
      expect(poissonTailQuantile(m, edge * (1 + 1e-9))).toBe(above);
    }
    expect(poissonTailQuantile(m, 5e-324)).toBeGreaterThan(20);
  });

  it("turns a uniform tail into a Poisson number", () => {
    const random = seededRandom(3);
    for (const mean of [0.05, 2, 40]) {
      expectSamples(() => poissonTailQuantile(mean, 1 - random.uniform()), 20_000, {
        logPmf: (k) => poissonLogPmf(k, mean),
        from: 0,
        to: Math.ceil(mean + 8 * Math.sqrt(mean) + 30),
      });
    }
  });

  it("is 0 where nothing happens", () => {
    expect(poissonTailQuantile(0, 1e-300)).toBe(0);
    expect(poissonTailQuantile(3, 1)).toBe(0);
  });

  it("refuses means and tails out of range", () => {
    for (const mean of [-1, Number.NaN, 2 ** 41]) {
      expect(() => poissonTailQuantile(mean, 0.5)).toThrow(/poissonTailQuantile: expected a mean/);
    }
    for (const tail of [0, -0.1, 1.1, Number.NaN]) {
      expect(() => poissonTailQuantile(1, tail)).toThrow(
        /poissonTailQuantile: expected a probability in \(0, 1\]/,
      );
    }
  });
});
