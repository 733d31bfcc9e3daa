import { describe, expect, it } from "vitest";
import {
  type ModularAdditionParameters,
  modularAddition,
} from "../../../src/applications/modular-addition/modular-addition.ts";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { complete } from "../../../src/task/complete.ts";

const base = { k: 3, p: 7, train: false, m: null, steps: 4000 };
const run = (parameters: Partial<ModularAdditionParameters>, seed = 7) =>
  complete(modularAddition.run({ ...base, ...parameters }, { random: seededRandom(seed) }));

describe("modular-addition", () => {
  it("shows γ*, the constructions that reach it, and the bridge", () => {
    const { values, bill, notes } = run({});
    expect(values.gammaStar).toBeCloseTo(3 / (16 * 7 * 6), 15);
    expect(Math.abs(values.constructionMargin / values.gammaStar - 1)).toBeLessThan(1e-12);
    expect(Math.abs(values.narrowMargin / values.gammaStar - 1)).toBeLessThan(1e-12);
    expect(values.narrowWidth).toBeLessThan(values.constructionWidth);
    expect(values.bridgeError).toBeLessThan(1e-13);
    expect(values.bridgeInputs).toBe(343);
    expect(values.hiddenDigitsProbability).toBeCloseTo(1, 12);
    expect("marginRatio" in values).toBe(false);
    expect(notes.join(" ")).not.toContain("speed-up");
    const counts = Object.fromEntries(
      bill.map(({ method, ledger }) => [method, ledger.map(({ count }) => count)]),
    );
    expect(counts["direct sum"]).toEqual([3]);
    expect(counts["Fourier adder"]).toEqual([3]);
    expect(counts["constructed network"]).toEqual([(3 + 7) * 96]);
    expect(counts["hidden digits, one query in superposition"]).toEqual([1]);
    expect(counts["hidden digits, one question a digit"]).toEqual([3]);
  });

  it("trains when asked, at the width and for the steps that are given", () => {
    const { values } = run({ k: 2, p: 5, train: true, m: 20, steps: 1000 });
    expect(values.width).toBe(20);
    expect(values.marginRatio).toBeGreaterThan(0.5);
    expect(values.frequencies).toEqual([1, 2]);
    expect(values.phaseError).toBeLessThan(0.2);
  });

  it("gives plain values, the same for the same seed", () => {
    const once = run({ k: 2 });
    expect(JSON.parse(JSON.stringify(once.values))).toEqual(once.values);
    expect(run({ k: 2 })).toEqual(once);
  });

  it("looks at a sample where there are too many inputs, and says so", () => {
    const { values, notes } = run({ k: 4, p: 17 });
    expect(values.marginInputs).toBeLessThan(17 ** 4);
    expect(values.constructionMargin / values.gammaStar).toBeCloseTo(1, 10);
    expect(values.hiddenDigitsProbability).toBe(null);
    expect(notes.join(" ")).toMatch(/on a sample of the 17\^4 inputs/);
  });

  it("refuses what is no odd prime, and what is too large", () => {
    expect(() => run({ p: 9 })).toThrow(/odd prime/);
    expect(() => run({ k: 8, p: 1021 })).toThrow(LimitError);
  });
});
