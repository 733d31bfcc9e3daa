import { describe, expect, it } from "vitest";
import { expectedUnknownCountSearch, meanSuccess } from "../../src/primitives/expected-search.ts";
import { searchRanges, unknownCountSearch } from "../../src/primitives/unknown-count-search.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectMean, expectRate } from "../support/expect-mean.ts";
import { searchSetting } from "../support/search-setting.ts";

describe("unknownCountSearch", () => {
  it("bills exactly 2 queries per reported iteration and 1 per reported check", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { oracle, quantum, classical } = searchSetting(700, seed % 5, seed);
      const result = unknownCountSearch(oracle, { random: seededRandom(seed) });
      expect(quantum()).toBe(2 * result.iterations);
      expect(classical()).toBe(result.checks);
      if (result.position !== null) expect(oracle.check(result.position)).toBe(true);
    }
  });

  it.each([
    [2 ** 16, 1, 1],
    [2 ** 16, 0, 1],
    [2 ** 16, 40, 1],
    [2 ** 16, 1, 0.5],
    [1000, 900, 1],
    [1000, 1, 4],
    [3, 1, 1],
  ])("costs and fails as expected for N = %d, t = %d, cut-off %d", (size, count, cutOff) => {
    const runs = Array.from({ length: 1500 }, (_, seed) =>
      unknownCountSearch(searchSetting(size, count, 1).oracle, { random: seededRandom(seed), cutOff }),
    );
    const expected = expectedUnknownCountSearch(size, count, { cutOff });
    expectMean(
      runs.map((run) => run.iterations),
      expected.phases,
    );
    expectMean(
      runs.map((run) => run.checks),
      expected.checks,
    );
    expectRate(runs.filter((run) => run.position === null).length, runs.length, expected.failure);
  });

  it("needs 1.42·√(N/t) iterations for t ≪ N, and at most BBHT's bound (9/4)·√(N/t)", () => {
    for (const lg of [16, 20, 30, 40]) {
      const { phases } = expectedUnknownCountSearch(2 ** lg, 1, { cutOff: 20 });
      expect(phases / 2 ** (lg / 2)).toBeGreaterThan(1.35);
      expect(phases / 2 ** (lg / 2)).toBeLessThan(1.5);
    }
    for (const count of [1, 2, 5, 50, 1000]) {
      const { phases } = expectedUnknownCountSearch(2 ** 20, count, { cutOff: 20 });
      expect(phases).toBeLessThan(2.25 * Math.sqrt(2 ** 20 / count));
    }
  });

  it("says of a prediction what kind of number it is and where it comes from", () => {
    expect(expectedUnknownCountSearch(100, 1)).toMatchObject({ label: "expected" });
    expect(expectedUnknownCountSearch(100, 1).note).toMatch(/quant-ph/);
  });

  it("spends about 3·√N iterations on nothing at cut-off 1", () => {
    for (const lg of [16, 24, 40]) {
      const { phases, failure } = expectedUnknownCountSearch(2 ** lg, 0);
      expect(failure).toBe(1);
      expect(phases / 2 ** (lg / 2)).toBeGreaterThan(2.8);
      expect(phases / 2 ** (lg / 2)).toBeLessThan(3.6);
    }
  });

  it("never exceeds its limit of iterations", () => {
    for (let seed = 0; seed < 50; seed++) {
      const options = { random: seededRandom(seed), maxIterations: 100 };
      expect(unknownCountSearch(searchSetting(2 ** 16, 0).oracle, options).iterations).toBeLessThanOrEqual(
        100,
      );
    }
  });

  it("is the same run on amplitudes and in the plane", () => {
    for (let seed = 0; seed < 20; seed++) {
      const [one, other] = (["amplitude", "subspace"] as const).map((fidelity) =>
        unknownCountSearch(searchSetting(3000, 4, seed, fidelity).oracle, { random: seededRandom(seed) }),
      );
      expect(one).toEqual(other);
    }
  });

  it("refuses growth and cut-offs out of range", () => {
    const { oracle } = searchSetting(8, 1);
    for (const growth of [1, 4 / 3, 2, Number.NaN]) {
      expect(() => unknownCountSearch(oracle, { random: seededRandom(1), growth })).toThrow(/growth/);
    }
    for (const cutOff of [0, -1, Number.POSITIVE_INFINITY]) {
      expect(() => unknownCountSearch(oracle, { random: seededRandom(1), cutOff })).toThrow(/cut-off/);
    }
  });
});

describe("searchRanges", () => {
  it("grow by 6/5 from 1, rounded up, until the cut-off is reached", () => {
    expect(searchRanges(100)).toEqual([1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(searchRanges(100, { cutOff: 0.5 })).toEqual([1, 2, 2, 2, 3, 3, 3, 4, 5, 6]);
    expect(searchRanges(100, { cutOff: 3 }).slice(-3)).toEqual([10, 10, 10]);
    expect(searchRanges(1)).toEqual([1]);
  });
});

describe("meanSuccess", () => {
  it("is the mean of sin²((2j + 1)θ) over j < m, to 1e-12, for every t", () => {
    for (const size of [1, 2, 7, 40]) {
      for (let marked = 0; marked <= size; marked++) {
        const angle = Math.asin(Math.sqrt(marked / size));
        for (const range of [1, 2, 5, 11]) {
          let sum = 0;
          for (let j = 0; j < range; j++) sum += Math.sin((2 * j + 1) * angle) ** 2;
          expect(meanSuccess(size, marked, range)).toBeCloseTo(sum / range, 12);
        }
      }
    }
  });

  it("is ≥ 1/4 from m = 1/sin 2θ on and ≥ 3/8 from m = 2/sin 2θ on", () => {
    for (let marked = 1; marked < 500; marked++) {
      const sine = Math.sin(2 * Math.asin(Math.sqrt(marked / 500)));
      for (const extra of [0, 1, 3, 10]) {
        expect(meanSuccess(500, marked, Math.ceil(1 / sine) + extra)).toBeGreaterThanOrEqual(0.25 - 1e-12);
        expect(meanSuccess(500, marked, Math.ceil(2 / sine) + extra)).toBeGreaterThanOrEqual(0.375 - 1e-12);
      }
    }
  });
});
