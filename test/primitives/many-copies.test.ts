import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { manyCopies } from "../../src/primitives/many-copies.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectFits } from "../support/chi-square.ts";

const normalisers = ["bound", "estimate", "promise"] as const;

function setting(weights: number[]) {
  const ledger = new Ledger();
  return { ledger, oracle: valueOracle(weights, { name: "w", ledger, fidelity: "subspace" }) };
}

describe("manyCopies", () => {
  it.each(normalisers)("draws i with probability w_i/Σw, with the normaliser by %s", (normaliser) => {
    const weights = Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? 0 : i * i));
    const total = weights.reduce((sum, w) => sum + w, 0);
    const counts = new Float64Array(24);
    const runs = 400;
    for (let seed = 0; seed < runs; seed++) {
      const { indices } = manyCopies(setting(weights).oracle, {
        copies: 6,
        normaliser,
        missProbability: 1e-9,
        random: seededRandom(seed),
      });
      expect(indices).toHaveLength(6);
      for (const i of indices) counts[i]++;
    }
    const possible = Array.from(weights.keys()).filter((i) => weights[i] > 0);
    expect(possible.reduce((sum, i) => sum + counts[i], 0)).toBe(6 * runs);
    // Chi-square at false alarm 1e-6.
    expectFits(
      possible.map((i) => counts[i]),
      possible.map((i) => (6 * runs * weights[i]) / total),
    );
  });

  it.each(normalisers)(
    "bills 2 weight queries an attempt and 4 a round, with the normaliser by %s",
    (normaliser) => {
      const { oracle, ledger } = setting(Array.from({ length: 400 }, (_, i) => 1 / (i + 1)));
      const result = manyCopies(oracle, {
        copies: 20,
        normaliser,
        missProbability: 1e-3,
        random: seededRandom(1),
      });
      const searches = ledger.total({ unit: "entry", use: "inverse" }) - 2 * result.rounds;
      const estimates = normaliser === "estimate" ? 3 : 0;
      // A search phase is one forward and one inverse use; the rest of the forward uses are preparations.
      expect(ledger.total({ unit: "entry", use: "forward" }) - searches).toBe(
        2 * (result.attempts + result.rounds + estimates),
      );
      expect(ledger.total({ unit: "entry", use: "controlled" }) > 0).toBe(normaliser === "estimate");
      expect(result.success === null).toBe(normaliser === "bound");
    },
  );

  it("needs O(√(N/K)) rounds a copy, since the base state is good with probability ≥ K/N", () => {
    for (const [size, copies] of [
      [1024, 4],
      [1024, 64],
      [4096, 16],
    ]) {
      // The worst case: all mass on K weights.
      const weights = Array.from({ length: size }, (_, i) => (i < copies ? 1 : 0));
      const { rounds } = manyCopies(setting(weights).oracle, {
        copies,
        normaliser: "promise",
        missProbability: 1e-6,
        random: seededRandom(1),
      });
      expect(rounds / copies).toBeLessThan(1.1 * (Math.PI / 4) * Math.sqrt(size / copies));
    }
  });

  it("works with as many copies as weights", () => {
    const { indices } = manyCopies(setting([1, 2, 3]).oracle, {
      copies: 3,
      missProbability: 1e-3,
      random: seededRandom(1),
    });
    expect(indices).toHaveLength(3);
  });

  it("refuses more copies than weights, negative weights and none at all", () => {
    const options = { missProbability: 1e-3, random: seededRandom(1) };
    for (const copies of [0, 4, 1.5]) {
      expect(() => manyCopies(setting([1, 2, 3]).oracle, { ...options, copies })).toThrow(/copies/);
    }
    expect(() => manyCopies(setting([1, -1]).oracle, { ...options, copies: 1 })).toThrow(/weights/);
    expect(() => manyCopies(setting([0, 0]).oracle, { ...options, copies: 1 })).toThrow(/positive weight/);
  });
});
