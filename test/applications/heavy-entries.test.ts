import { describe, expect, it } from "vitest";
import { attentionRow, gaussianLogits } from "../../src/applications/attention-sparsity/attention-row.ts";
import { heavyEntries } from "../../src/applications/heavy-entries.ts";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import type { Fidelity } from "../../src/simulator/search/search-register.ts";

const random = seededRandom(23);
const door = (values: ArrayLike<number>, fidelity: Fidelity = "subspace") =>
  valueOracle(values, { name: "keys", ledger: new Ledger(), fidelity, unit: "key" });
const largestOf = (values: Float64Array, k: number) =>
  Array.from(values)
    .sort((a, b) => b - a)
    .slice(0, k);

describe("heavyEntries", () => {
  it.each([
    ["a list that grows better", 20],
    ["a threshold guessed from a sample", 200],
    ["a threshold guessed from a sample", 1500],
  ])("finds the k largest at an unknown threshold by %s: k = %i", (_, k) => {
    // A run misses something with probability at most 1e-6.
    for (let trial = 0; trial < 5; trial++) {
      const values = gaussianLogits(2048, 1, random.split("values", trial));
      const found = heavyEntries(door(values), {
        goal: { count: k },
        missProbability: 1e-6,
        random: random.split(`search ${k}`, trial),
      });
      expect(found.entries.map(({ value }) => value)).toEqual(largestOf(values, k));
      expect(found.entries.every(({ position, value }) => values[position] === value)).toBe(true);
      expect(found.promise).toMatch(/threshold is not/);
    }
  });

  it("finds all above a known threshold, with and without a promised number", () => {
    const values = gaussianLogits(4096, 1, random.split("known"));
    const expected = largestOf(values, 4096).filter((value) => value > 2);
    for (const countIsPromised of [false, true]) {
      const found = heavyEntries(door(values), {
        goal: { threshold: 2 },
        countIsPromised,
        missProbability: 1e-6,
        random: random.split("threshold", countIsPromised ? 1 : 0),
      });
      expect(found.entries.map(({ value }) => value)).toEqual(expected);
    }
  });

  it("bills every query, at least one verification read for each entry", () => {
    const values = gaussianLogits(4096, 1, random.split("bill"));
    const oracle = door(values);
    const found = heavyEntries(oracle, { goal: { count: 300 }, random: random.split("billed") });
    const total = (access: "classical" | "quantum") => oracle.ledger.total({ access, unit: "key" });
    expect(found.quantumQueries).toBe(total("quantum"));
    expect(found.classicalQueries).toBe(total("classical"));
    expect(found.classicalQueries).toBeGreaterThanOrEqual(300);
  });

  it("is the same run at the amplitude and at the subspace level, with 16,384 keys", () => {
    const values = gaussianLogits(16384, 3.5, random.split("levels"));
    const k = attentionRow(values).keysFor(0.9);
    const [amplitude, subspace] = (["amplitude", "subspace"] as const).map((fidelity) =>
      heavyEntries(door(values, fidelity), { goal: { count: k }, random: random.split("level") }),
    );
    expect(amplitude).toEqual(subspace);
  });

  it("copes with ties", () => {
    const found = heavyEntries(door(new Float64Array(300).fill(1)), {
      goal: { count: 100 },
      random: random.split("ties"),
    });
    expect(found.entries.length).toBe(100);
  });

  it("refuses bad goals", () => {
    const values = gaussianLogits(100, 1, random);
    expect(() => heavyEntries(door(values), { goal: { count: 0 }, random })).toThrow(RangeError);
    expect(() => heavyEntries(door(values), { goal: { count: 101 }, random })).toThrow(RangeError);
    expect(() => heavyEntries(door(values), { goal: { threshold: 0 }, missProbability: 0, random })).toThrow(
      RangeError,
    );
  });
});
