import { describe, expect, it } from "vitest";
import { heavyKeysFamily } from "../../../../../src/comparison/study/families/heavy-keys/heavy-keys-family.ts";
import { hiddenDigitsFamily } from "../../../../../src/comparison/study/families/hidden-digits/hidden-digits-family.ts";
import { hopfieldSampleFamily } from "../../../../../src/comparison/study/families/hopfield-sample/hopfield-sample-family.ts";
import type { StudyFamily } from "../../../../../src/comparison/study/study-family.ts";
import { LimitError } from "../../../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../../../src/random/seeded-random.ts";
import { complete } from "../../../../../src/task/complete.ts";

/** What the methods of a family ask in all, by name, on one instance. */
function asked(family: StudyFamily, given: Record<string, number>, seed = 3) {
  const defaults = Object.fromEntries(
    Object.entries(family.parameters).map(([name, p]) => [name, p.default]),
  );
  const setting = { ...defaults, ...given };
  family.require(
    setting,
    family.methods.map(({ name }) => name),
  );
  return Object.fromEntries(
    family.methods.map((method) => {
      const { ledger } = complete(method.run(setting, seededRandom(seed).split("study")));
      const total = ledger
        .filter(({ unit }) => unit === family.unit)
        .reduce((sum, { count }) => sum + (count ?? 0), 0);
      return [method.name, total];
    }),
  );
}

describe("the family heavy-keys", () => {
  it("searches dearer than it reads at s = 1 and cheaper at s = 6", () => {
    const [usual, spread] = [1, 6].map((s) => asked(heavyKeysFamily, { n: 4096, s }));
    expect(usual["read-all"]).toBe(4096);
    expect(usual["search"]).toBeGreaterThan(4096);
    expect(spread["search"]).toBeLessThan(4096);
  });
});

describe("the family hopfield-sample", () => {
  it("amplifies with fewer queries than rejection needs at low temperature, and reads nothing at β = 0 that it need not", () => {
    const cold = asked(hopfieldSampleFamily, { M: 16384, beta: 1e6 });
    expect(cold["read-all"]).toBe(16384);
    expect(cold["amplification"]).toBeLessThan(4000);
    expect(asked(hopfieldSampleFamily, { M: 256, beta: 0 })).toEqual({
      amplification: 2,
      rejection: 1,
      "read-all": 256,
    });
  });
});

describe("the family hidden-digits", () => {
  it("asks 1 query against k, as predicted", () => {
    for (const k of [2, 3, 4])
      expect(asked(hiddenDigitsFamily, { k })).toEqual({ "one-query": 1, "one-a-digit": k });
  });

  it("refuses moduli that are no odd primes and registers that are too large", () => {
    expect(() => hiddenDigitsFamily.require({ k: 2, p: 9 }, [])).toThrow(/odd prime/);
    expect(() => hiddenDigitsFamily.require({ k: 8, p: 7 }, [])).toThrow(LimitError);
  });
});
