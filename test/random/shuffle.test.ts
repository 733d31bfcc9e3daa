import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { shuffled } from "../../src/random/shuffle.ts";
import { expectUniform } from "../support/chi-square.ts";

describe("shuffled", () => {
  it("gives this order for seed 7, in every later version too", () => {
    expect(shuffled([0, 1, 2, 3, 4, 5, 6, 7], seededRandom(7))).toEqual([4, 6, 3, 7, 5, 0, 1, 2]);
  });

  it("keeps the entries and leaves its input alone", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (array, seed) => {
        const before = [...array];
        const result = shuffled(array, seededRandom(seed));
        expect(array).toEqual(before);
        expect([...result].sort((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
      }),
      { seed: 1 },
    );
    expect(shuffled(Float64Array.of(1.5), seededRandom(1))).toEqual([1.5]);
  });

  it("gives each of the 24 orders of 4 entries equally often", () => {
    // Chi-square on 23 degrees of freedom, false alarm 1e-6.
    const stream = seededRandom(2);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24000; i++) {
      const name = shuffled(["a", "b", "c", "d"], stream).join("");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expectUniform([...counts.values()]);
  });
});
