import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { findMaximum, maximumStepBudget } from "../../src/primitives/find-maximum.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { shuffled } from "../../src/random/shuffle.ts";

function setting(size: number, seed = 1, value = (rank: number) => rank) {
  const ledger = new Ledger();
  const ranks = shuffled(
    Array.from({ length: size }, (_, i) => i),
    seededRandom(seed).split("values"),
  );
  const values = ranks.map(value);
  return { ledger, values, oracle: valueOracle(values, { name: "v", ledger, fidelity: "subspace" }) };
}

describe("findMaximum", () => {
  it.each(["maximum", "minimum"] as const)("succeeds with probability ≥ ½ in one round (%s)", (extreme) => {
    const runs = 300;
    let hits = 0;
    for (let seed = 0; seed < runs; seed++) {
      const { oracle } = setting(200, seed);
      const { value } = findMaximum(oracle, { extreme, random: seededRandom(seed) });
      if (value === (extreme === "maximum" ? 199 : 0)) hits++;
    }
    // One-sided, false alarm below 1e-6.
    expect(hits).toBeGreaterThan(runs / 2 - 5 * Math.sqrt(runs / 4));
  });

  it("bills 2 queries an iteration, a check a measurement and a read a round, within the budget of steps", () => {
    for (const size of [1, 2, 30, 1000]) {
      const { oracle, ledger, values } = setting(size);
      const result = findMaximum(oracle, { random: seededRandom(3), failureProbability: 0.1 });
      expect(result.rounds).toBe(4);
      expect(result.failureProbability).toBe(1 / 16);
      expect(values[result.position]).toBe(result.value);
      expect(ledger.total({ unit: "entry", access: "quantum" })).toBe(2 * result.iterations);
      expect(ledger.total({ unit: "entry", use: "check" })).toBe(result.checks);
      expect(ledger.total({ unit: "entry", use: "read" })).toBe(4);
      expect(result.iterations).toBeLessThanOrEqual(4 * maximumStepBudget(size));
    }
  });

  it("never fails in 20 runs at a failure probability of 1e-9", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { oracle } = setting(100, seed, (rank) => Math.floor(rank / 3) - 50);
      expect(findMaximum(oracle, { random: seededRandom(seed), failureProbability: 1e-9 }).value).toBe(
        33 - 50,
      );
    }
  });

  it("returns some position where all values are equal", () => {
    const { oracle } = setting(50, 1, () => 7);
    expect(findMaximum(oracle, { random: seededRandom(1) }).value).toBe(7);
  });

  it("refuses a failure probability outside (0, 1)", () => {
    for (const failureProbability of [0, 1, -1, Number.NaN]) {
      expect(() => findMaximum(setting(4).oracle, { random: seededRandom(1), failureProbability })).toThrow(
        /failure probability/,
      );
    }
  });
});
