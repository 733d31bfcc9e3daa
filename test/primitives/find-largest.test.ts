import { describe, expect, it } from "vitest";
import { Ledger } from "../../src/oracles/ledger.ts";
import { valueOracle } from "../../src/oracles/value-oracle.ts";
import { findLargest } from "../../src/primitives/find-largest.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

function setting(values: number[]) {
  const ledger = new Ledger();
  return { ledger, oracle: valueOracle(values, { name: "v", ledger, fidelity: "subspace" }) };
}

function randomValues(size: number, seed: number, ties = false): number[] {
  const random = seededRandom(seed).split("values");
  return Array.from({ length: size }, () => (ties ? random.integer(8) : random.normal()));
}

describe("findLargest", () => {
  it("finds the K largest values, ties in any choice of positions", () => {
    for (const ties of [false, true]) {
      for (const [size, count] of [
        [1, 1],
        [20, 1],
        [20, 20],
        [200, 13],
        [3000, 50],
      ]) {
        const values = randomValues(size, size + count, ties);
        const { oracle } = setting(values);
        const { largest } = findLargest(oracle, { count, missProbability: 1e-9, random: seededRandom(1) });
        expect(largest.map(({ value }) => value)).toEqual([...values].sort((a, b) => b - a).slice(0, count));
        expect(new Set(largest.map(({ position }) => position)).size).toBe(count);
        for (const { position, value } of largest) expect(values[position]).toBe(value);
      }
    }
  });

  it("bills 2 queries an iteration, one per check, and K reads", () => {
    const { oracle, ledger } = setting(randomValues(500, 3));
    const result = findLargest(oracle, { count: 10, missProbability: 1e-3, random: seededRandom(2) });
    expect(ledger.total({ unit: "entry", access: "quantum" })).toBe(2 * result.iterations);
    expect(ledger.total({ unit: "entry", use: "check" })).toBe(result.checks);
    expect(ledger.total({ unit: "entry", use: "read" })).toBe(10);
  });

  it("costs O(√(NK)): below 5·√(NK) + 4·√N iterations on average of ten over 16 times N and 16 times K", () => {
    for (const [size, count] of [
      [2 ** 12, 1],
      [2 ** 12, 8],
      [2 ** 16, 8],
      [2 ** 14, 32],
      [2 ** 14, 128],
    ]) {
      const runs = Array.from({ length: 10 }, (_, seed) => {
        const { oracle } = setting(randomValues(size, seed));
        return findLargest(oracle, { count, missProbability: 1e-3, random: seededRandom(seed) }).iterations;
      });
      const mean = runs.reduce((sum, iterations) => sum + iterations, 0) / runs.length;
      expect(mean).toBeLessThan(5 * Math.sqrt(size * count) + 4 * Math.sqrt(size));
    }
  });

  it("refuses counts out of range", () => {
    const { oracle } = setting([1, 2, 3]);
    for (const count of [0, 4, 1.5]) {
      expect(() => findLargest(oracle, { count, missProbability: 1e-3, random: seededRandom(1) })).toThrow(
        /count/,
      );
    }
    expect(() => findLargest(oracle, { count: 1, missProbability: 0, random: seededRandom(1) })).toThrow(
      /miss/,
    );
  });
});
