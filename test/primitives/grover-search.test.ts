import { describe, expect, it } from "vitest";
import { expectedKnownCountSearch } from "../../src/primitives/expected-search.ts";
import { groverSearch } from "../../src/primitives/grover-search.ts";
import { groverSuccess, optimalIterations } from "../../src/primitives/optimal-iterations.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectMean, expectRate } from "../support/expect-mean.ts";
import { searchSetting } from "../support/search-setting.ts";

describe("groverSearch", () => {
  it("bills exactly 2 queries per reported iteration and 1 per reported check", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { oracle, quantum, classical, marked } = searchSetting(500, 3, seed);
      const result = groverSearch(oracle, { random: seededRandom(seed) });
      expect(quantum()).toBe(2 * result.iterations);
      expect(classical()).toBe(result.checks);
      expect([...marked.positions]).toContain(result.position);
    }
  });

  it("succeeds in a single best run at the rate sin²((2j + 1)θ)", () => {
    const runs = 2000;
    let hits = 0;
    for (let seed = 0; seed < runs; seed++) {
      const { oracle } = searchSetting(20, 3);
      const options = { random: seededRandom(seed), iterations: "best", maxRuns: 1 } as const;
      if (groverSearch(oracle, options).position !== null) hits++;
    }
    expectRate(hits, runs, groverSuccess(20, 3, optimalIterations(20, 3)));
  });

  it.each(["best", "cheapest"] as const)("costs what is expected with %s iterations", (iterations) => {
    const runs = Array.from({ length: 1000 }, (_, seed) =>
      groverSearch(searchSetting(20, 3).oracle, { random: seededRandom(seed), iterations }),
    );
    const expected = expectedKnownCountSearch(20, 3, iterations);
    expectMean(
      runs.map((run) => run.checks),
      expected.checks,
    );
    expectMean(
      runs.map((run) => run.iterations),
      expected.phases,
    );
  });

  it("believes a promise of none without a query, and gives up on a wrong one", () => {
    const empty = searchSetting(64, 0);
    expect(groverSearch(empty.oracle, { random: seededRandom(1) })).toEqual({
      position: null,
      iterations: 0,
      checks: 0,
    });
    expect(empty.ledger.entries()).toEqual([]);
    const wrong = groverSearch(empty.oracle, { random: seededRandom(1), count: 1, maxRuns: 3 });
    expect(wrong).toMatchObject({ position: null, checks: 3 });
  });

  it("refuses bad counts, iterations and runs", () => {
    const { oracle } = searchSetting(8, 1);
    const random = seededRandom(1);
    expect(() => groverSearch(oracle, { random, count: 9 })).toThrow(RangeError);
    expect(() => groverSearch(oracle, { random, iterations: 1.5 })).toThrow(/whole number/);
    expect(() => groverSearch(oracle, { random, maxRuns: 0 })).toThrow(/maxRuns/);
  });
});
