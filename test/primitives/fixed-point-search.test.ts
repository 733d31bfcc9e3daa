import { describe, expect, it } from "vitest";
import { fixedPointLength } from "../../src/primitives/fixed-point-angles.ts";
import { fixedPointSearch } from "../../src/primitives/fixed-point-search.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { searchSetting } from "../support/search-setting.ts";

describe("fixedPointSearch", () => {
  it("finds with probability ≥ 1 − δ² for every share from the least one up", () => {
    const runs = 500;
    for (const count of [10, 30, 100]) {
      let misses = 0;
      for (let seed = 0; seed < runs; seed++) {
        const options = { random: seededRandom(seed), failureProbability: 0.1, leastShare: 0.1 };
        if (fixedPointSearch(searchSetting(100, count).oracle, options).position === null) misses++;
      }
      expect(misses).toBeLessThan(runs * 0.1 + 5 * Math.sqrt(runs * 0.09));
    }
  });

  it("bills 2 queries a rotation and 1 check", () => {
    const setting = searchSetting(400, 2);
    const result = fixedPointSearch(setting.oracle, { random: seededRandom(1), failureProbability: 1e-2 });
    expect(result.iterations).toBe((fixedPointLength(1 / 400, 1e-2) - 1) / 2);
    expect(setting.quantum()).toBe(2 * result.iterations);
    expect(setting.classical()).toBe(1);
  });

  it("refuses shares and probabilities out of range", () => {
    const { oracle } = searchSetting(8, 1);
    const random = seededRandom(1);
    expect(() => fixedPointSearch(oracle, { random, failureProbability: 0 })).toThrow(RangeError);
    expect(() => fixedPointSearch(oracle, { random, failureProbability: 0.1, leastShare: 2 })).toThrow(
      RangeError,
    );
  });
});
