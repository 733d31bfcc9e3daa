import { describe, expect, it } from "vitest";
import { classValues } from "../../src/oracles/class-values.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { findMaximum } from "../../src/primitives/find-maximum.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const random = seededRandom(30);
const classes = [
  { count: 3, value: 2 },
  { count: 1, value: 5 },
  { count: 4, value: -1 },
  { count: 8, value: 2 },
];
const listed = classes.flatMap(({ count, value }) => new Array<number>(count).fill(value));
const open = (list: Parameters<typeof classValues>[0]) => {
  const ledger = new Ledger();
  return { ledger, values: classValues(list, { name: "v", ledger, unit: "key" }) };
};

describe("classValues", () => {
  it("is the list of its values", () => {
    const { values, ledger } = open(classes);
    expect(values.size).toBe(16);
    listed.forEach((value, i) => {
      expect(values.read(i)).toBe(value);
    });
    expect(ledger.total({ access: "classical", unit: "key" })).toBe(16);
  });

  it("gives the same run of maximum finding as a list of values, pick for pick and bill for bill", () => {
    for (const extreme of ["maximum", "minimum"] as const) {
      for (let trial = 0; trial < 20; trial++) {
        const { values, ledger } = open(classes);
        const plain = new Ledger();
        const list = valueOracle(listed, { name: "v", ledger: plain, fidelity: "subspace", unit: "key" });
        const options = { extreme, failureProbability: 0.01 };
        const found = findMaximum(values, { ...options, random: random.split("run", trial) });
        expect(found).toEqual(findMaximum(list, { ...options, random: random.split("run", trial) }));
        const counts = (bill: Ledger) => bill.entries().filter(({ count }) => (count ?? 0) > 0);
        expect(counts(ledger)).toEqual(counts(plain));
      }
    }
  });

  it("finds one value among 2^40", () => {
    const many = [
      { count: 2 ** 39, value: 0 },
      { count: 1, value: 1 },
      { count: 2 ** 39 - 1, value: -1 },
    ];
    const { values } = open(many);
    // A failure probability of 1e-6.
    const found = findMaximum(values, { random: random.split("many"), failureProbability: 1e-6 });
    expect(found.position).toBe(2 ** 39);
  });

  it("hands out a found value only after a check has accepted it", () => {
    const { values } = open(classes);
    const above = values.above(2);
    expect(() => above.found(3)).toThrow(/has not been paid for/);
    expect(above.check(0)).toBe(false);
    expect(above.check(3)).toBe(true);
    expect(above.found(3)).toBe(5);
  });

  it("refuses what is no class and no index", () => {
    expect(() => open([])).toThrow(/expected classes of values with whole counts ≥ 1, got none/);
    expect(() => open([{ count: 0, value: 1 }])).toThrow(RangeError);
    expect(() => open([{ count: 1, value: Number.NaN }])).toThrow(RangeError);
    expect(() => open(classes).values.read(16)).toThrow(/from 0 to 15/);
  });
});
