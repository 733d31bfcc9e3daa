import { describe, expect, it } from "vitest";
import { exactSearch, exactSearchPlan } from "../../src/primitives/exact-search.ts";
import { groverAngle } from "../../src/primitives/optimal-iterations.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { referenceRegister } from "../../src/simulator/search/reference-register.ts";
import { randomMarked } from "../support/random-marked.ts";
import { searchSetting } from "../support/search-setting.ts";

const settings = [1, 2, 3, 4, 5, 16, 50, 64].flatMap((size) =>
  Array.from({ length: size }, (_, k) => [size, k + 1] as const),
);

describe("exactSearch", () => {
  it("succeeds with probability 1 to 1e-12 for every t of several N, on the plain sweep", () => {
    for (const [size, count] of settings) {
      const { iterations, phase } = exactSearchPlan(size, count);
      const register = referenceRegister(randomMarked(size, count));
      for (let k = 0; k < iterations; k++) register.rotate(-phase, phase);
      expect(1 - register.markedProbability()).toBeLessThan(1e-12);
    }
  });

  it("finds one of 2^30 in about (π/4)√N iterations, with certainty", () => {
    const { oracle, quantum, classical } = searchSetting(2 ** 30, 1);
    const result = exactSearch(oracle, { random: seededRandom(1) });
    expect(oracle.check(result.position!)).toBe(true);
    expect(result.iterations).toBe(Math.ceil((Math.PI / 2 / groverAngle(2 ** 30, 1) - 1) / 2));
    expect(quantum()).toBe(2 * result.iterations);
    expect(classical()).toBe(2);
  });

  it("takes one iteration for one of four, none where everything is marked", () => {
    expect(exactSearchPlan(4, 1).iterations).toBe(1);
    expect(exactSearchPlan(4, 1).phase).toBeCloseTo(Math.PI, 6);
    expect(exactSearchPlan(7, 7).iterations).toBe(0);
  });

  it("believes a promise of none without a query", () => {
    const { oracle, ledger } = searchSetting(16, 0);
    expect(exactSearch(oracle, { random: seededRandom(1) }).position).toBeNull();
    expect(ledger.entries()).toEqual([]);
  });

  it("refuses a plan without a marked state", () => {
    expect(() => exactSearchPlan(4, 0)).toThrow(/at least one/);
    expect(() => exactSearchPlan(4, 5)).toThrow(RangeError);
  });
});
