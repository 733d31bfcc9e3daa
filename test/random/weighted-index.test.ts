import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { weightedSampler } from "../../src/random/weighted-index.ts";
import { expectFits } from "../support/chi-square.ts";

describe("weightedSampler", () => {
  it("gives these indices for seed 7, in every later version too", () => {
    const stream = seededRandom(7);
    const draw = weightedSampler([1, 2, 3, 4]);
    expect(Array.from({ length: 6 }, () => draw(stream))).toEqual([2, 0, 1, 0, 3, 3]);
  });

  it.each([
    ["equal", [1, 1, 1, 1]],
    ["rising", [1, 2, 3, 4, 5, 6, 7]],
    ["very unequal", [1e-9, 1, 1e-3, 0.5, 1e9 * 1e-9]],
    ["huge", [1e308, 5e307, 1e308]],
    ["tiny", [5e-320, 1e-319]],
    ["random", Array.from({ length: 500 }, (_, i) => Math.abs(Math.sin(i * 12.9898)) ** 3)],
  ])("draws in proportion to %s weights", (name, weights) => {
    // Chi-square, false alarm 1e-6.
    const stream = seededRandom(1).split(name);
    const draw = weightedSampler(weights);
    const counts = new Float64Array(weights.length);
    const draws = 60000;
    for (let i = 0; i < draws; i++) counts[draw(stream)]++;
    const largest = Math.max(...weights);
    const total = weights.reduce((sum, weight) => sum + weight / largest, 0);
    expectFits(
      counts,
      weights.map((weight) => (draws * (weight / largest)) / total),
    );
  });

  it("never draws an index of weight zero", () => {
    const stream = seededRandom(2);
    for (const weights of [
      [0, 1],
      [1, 0, 0, 0],
      [0, 0.1, 0, 0.2, 0, 0.3, 0],
      Array.from({ length: 301 }, (_, i) => (i % 3 === 0 ? 0 : 1 / (i + 1))),
    ]) {
      const draw = weightedSampler(weights);
      for (let i = 0; i < 20000; i++) {
        const index = draw(stream);
        if (weights[index] === 0) throw new Error(`drew index ${index} of weight zero`);
      }
    }
  });

  it("takes typed arrays and does not keep them", () => {
    const weights = Float64Array.of(0, 1);
    const draw = weightedSampler(weights);
    weights.set([1, 0]);
    expect(draw(seededRandom(1))).toBe(1);
  });

  it("refuses weights that cannot be drawn from", () => {
    expect(() => weightedSampler([])).toThrow(/weightedSampler: expected at least one weight, got none/);
    expect(() => weightedSampler([0, 0])).toThrow(/got only zeros/);
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => weightedSampler([1, bad])).toThrow(
        /expected weights that are finite and ≥ 0, got .* at 1/,
      );
    }
  });
});
