import { describe, expect, it } from "vitest";
import { searchFamily } from "../../../../../src/comparison/study/families/search/search-family.ts";
import { complete, queriesOf, seededRandom } from "../../../../../src/index.ts";
import { expectedUnknownCountSearch } from "../../../../../src/primitives/expected-search.ts";

const [hybrid, classical] = searchFamily.methods;
const settings = [
  { n: 1024, marked: 1, draws: 0, epsilon: 1e-5 },
  { n: 1024, marked: 3, draws: 200, epsilon: 1e-5 },
  { n: 100, marked: 1, draws: 130, epsilon: 1e-5 },
  { n: 64, marked: 0, draws: 10, epsilon: 1e-3 },
];

describe("the search family", () => {
  it("asks on the mean what is predicted, and never more than its limit", () => {
    const rounds = 2000;
    for (const setting of settings) {
      for (const method of [hybrid, classical]) {
        const counts = Array.from({ length: rounds }, (_, k) =>
          queriesOf(complete(method.run(setting, seededRandom(k).split("run"))).ledger, "entry"),
        );
        const limit = queriesOf(method.limit?.(setting) ?? [], "entry");
        const predicted = queriesOf(method.predict(setting), "entry");
        for (const kind of ["quantum", "classical"] as const) {
          const values = counts.map((queries) => queries[kind]);
          const mean = values.reduce((sum, value) => sum + value, 0) / rounds;
          const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rounds;
          // Five standard errors: a false alarm once in a million.
          expect(Math.abs(mean - predicted[kind])).toBeLessThanOrEqual(
            5 * Math.sqrt(variance / rounds) + 1e-9,
          );
          expect(Math.max(...values)).toBeLessThanOrEqual(limit[kind]);
        }
      }
    }
  });

  it("misses less than a third of the time in one round, so that the rounds keep ε", () => {
    for (let n = 4; n <= 4096; n *= 2) {
      for (const marked of [1, 2, 3, n / 4, n / 2, n - 1, n]) {
        expect(expectedUnknownCountSearch(n, marked, { cutOff: 4 }).failure).toBeLessThan(1 / 3);
      }
    }
  });

  it("refuses more marked entries than there are", () => {
    expect(() => searchFamily.require({ n: 8, marked: 9, draws: 0, epsilon: 0.1 }, [])).toThrow(
      /at most n = 8, got 9/,
    );
  });
});
