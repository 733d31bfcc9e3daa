import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFits } from "../support/chi-square.ts";

const values = [3, -1, 4, 1, 5, 9, 2, 6];

function setting(source: Parameters<typeof valueOracle>[0] = values, size?: number) {
  const ledger = new Ledger();
  const options = {
    name: "v",
    ledger,
    fidelity: "subspace",
    ...(size === undefined ? {} : { size }),
  } as const;
  return { oracle: valueOracle(source, options), ledger };
}

describe("valueOracle", () => {
  it("marks the values strictly above or below a threshold", () => {
    const { oracle } = setting();
    for (const threshold of [-2, -1, 3, 4.5, 9]) {
      const above = oracle.above(threshold);
      const below = oracle.below(threshold);
      values.forEach((value, i) => {
        expect(above.check(i)).toBe(value > threshold);
        expect(below.check(i)).toBe(value < threshold);
      });
    }
  });

  it("bills all searches and reads on one bill: 2 a phase, 1 a check, 1 a read", () => {
    const { oracle, ledger } = setting();
    oracle.above(2).prepare().iterate(3);
    oracle.below(2).prepare().iterate(2);
    oracle.above(4).check(5);
    oracle.read(0);
    expect(ledger.total({ unit: "entry", access: "quantum" })).toBe(10);
    expect(ledger.total({ unit: "entry", access: "classical", use: "check" })).toBe(1);
    expect(ledger.total({ unit: "entry", access: "classical", use: "read" })).toBe(1);
  });

  it("leaves known positions out at the price of look-ups", () => {
    const { oracle, ledger } = setting();
    const above = oracle.above(4, new Set([5, 0]));
    expect(above.promisedCount()).toBe(2);
    above.prepare().iterate(3);
    expect(ledger.total({ oracle: "found list", unit: "lookup" })).toBe(6);
  });

  it("hands over a value only where a check has accepted it", () => {
    const above = setting().oracle.above(4);
    expect(() => above.found(5)).toThrow(/not been paid/);
    above.check(5);
    above.check(0);
    expect(above.found(5)).toBe(9);
    expect(() => above.found(0)).toThrow(RangeError);
  });

  it("takes a function with a size", () => {
    const { oracle } = setting((i) => i * i, 10);
    expect(oracle.size).toBe(10);
    expect(oracle.read(3)).toBe(9);
  });

  it("prepares the base state: listed masses, the floor elsewhere, good outcomes ∝ w", () => {
    const weights = [3, 0, 4, 1, 5, 9, 2, 6];
    const { oracle, ledger } = setting(weights);
    const listed = [5, 7, 4].map((position) => ({ position, value: weights[position] }));
    const base = oracle.proportional(listed, 5);
    expect(base.promisedSuccess()).toBeCloseTo(30 / (9 + 6 + 5 + 5 * 5), 14);
    expect(ledger.entries()).toEqual([]);
    const random = seededRandom(1);
    const counts = new Float64Array(8);
    let good = 0;
    for (let k = 0; k < 20_000; k++) {
      const { success, index } = base.prepare().measure(random);
      if (success) counts[index]++;
      if (success) good++;
      if (!success) expect([5, 7, 4]).not.toContain(index);
    }
    expect(counts[1]).toBe(0);
    // Chi-square at false alarm 1e-6.
    expectFits(
      [0, 2, 3, 4, 5, 6, 7].map((i) => counts[i]),
      [0, 2, 3, 4, 5, 6, 7].map((i) => (good * weights[i]) / 30),
    );
    expect(ledger.total({ unit: "entry", use: "forward" })).toBe(40_000);
  });

  it("caps a value above the floor that is not listed, as the circuit would", () => {
    const base = setting([9, 1]).oracle.proportional([{ position: 1, value: 1 }], 2);
    expect(base.promisedSuccess()).toBe(1);
  });

  it("refuses NaN, no values, wrong sizes, indices, floors and negative weights", () => {
    expect(() => setting([])).toThrow(/from 1 to 2\^32/);
    expect(() => setting([1, Number.NaN])).toThrow(/NaN at 1/);
    expect(() => setting((i) => i)).toThrow(/size/);
    expect(() => setting([1, 2], 3)).toThrow(/3 values/);
    const { oracle } = setting();
    for (const i of [-1, 8, 0.5]) expect(() => oracle.read(i)).toThrow(/index/);
    expect(() => oracle.proportional([], -1)).toThrow(/floor/);
    expect(() => oracle.proportional([], 1)).toThrow(/weights/);
  });
});
