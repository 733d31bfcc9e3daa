import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctIndices } from "../../src/random/distinct-indices.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectUniform } from "../support/chi-square.ts";

describe("distinctIndices", () => {
  it("gives this subset for seed 7, in every later version too", () => {
    expect([...distinctIndices(4, 2 ** 40, seededRandom(7))]).toEqual([
      115805903807, 198648838818, 490635095463, 715430607448,
    ]);
  });

  it("gives `count` indices below the size, strictly ascending", () => {
    const sizes = fc.oneof(fc.nat(60), fc.constantFrom(2 ** 32 + 1, 2 ** 40, 2 ** 53));
    fc.assert(
      fc.property(sizes, fc.nat(60), fc.nat(), (size, wish, seed) => {
        const count = Math.min(wish, size);
        const indices = distinctIndices(count, size, seededRandom(seed));
        expect(indices).toHaveLength(count);
        indices.forEach((index, i) => {
          expect(Number.isInteger(index) && index >= 0 && index < size).toBe(true);
          if (i > 0) expect(index).toBeGreaterThan(indices[i - 1]);
        });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    [1, 6, 6],
    [2, 6, 15],
    [3, 6, 20],
    [4, 6, 15],
    [5, 6, 6],
  ])("gives each subset of %d from %d elements equally often", (count, size, subsets) => {
    // Chi-square over all subsets, false alarm 1e-6.
    const stream = seededRandom(2).split("count", count);
    const counts = new Map<string, number>();
    for (let i = 0; i < 12000; i++) {
      const name = distinctIndices(count, size, stream).join();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(subsets);
    expectUniform([...counts.values()]);
  });

  it("spreads a large subset evenly", () => {
    const counts = new Float64Array(100);
    for (const index of distinctIndices(50000, 2 ** 45, seededRandom(3)))
      counts[Math.floor((index / 2 ** 45) * 100)]++;
    expectUniform(counts);
  });

  it("knows the empty and the full subset", () => {
    const stream = seededRandom(1);
    expect(distinctIndices(0, 2 ** 53, stream)).toHaveLength(0);
    expect(distinctIndices(0, 0, stream)).toHaveLength(0);
    expect([...distinctIndices(4, 4, stream)]).toEqual([0, 1, 2, 3]);
  });

  it("refuses sizes and counts that cannot be", () => {
    const stream = seededRandom(1);
    for (const size of [-1, 0.5, Number.NaN, 2 ** 54]) {
      expect(() => distinctIndices(0, size, stream)).toThrow(/distinctIndices: expected a size/);
    }
    for (const count of [-1, 0.5, Number.NaN, 11]) {
      expect(() => distinctIndices(count, 10, stream)).toThrow(/distinctIndices: expected a count/);
    }
  });
});
