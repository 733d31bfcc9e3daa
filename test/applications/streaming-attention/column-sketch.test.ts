import { describe, expect, it } from "vitest";
import { truncatedExponential } from "../../../src/applications/polynomial-features.ts";
import { columnSketch } from "../../../src/applications/streaming-attention/column-sketch.ts";
import { outputCompressibility } from "../../../src/applications/streaming-attention/output-compressibility.ts";
import { plantedRecovery } from "../../../src/applications/streaming-attention/planted-recovery.ts";
import { sparseTail } from "../../../src/applications/streaming-attention/sparse-tail.ts";
import { truncationBound } from "../../../src/applications/streaming-attention/truncation-bound.ts";
import { uniformAttention } from "../../../src/applications/streaming-attention/uniform-attention.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(2002);

describe("columnSketch", () => {
  it("is linear: the sketch of a sum estimates the sum of the estimates of one repetition", () => {
    const lay = () =>
      columnSketch({ columns: 2, buckets: 8, repetitions: 1, random: random.split("linear") });
    const [a, b, both] = [lay(), lay(), lay()];
    for (let i = 0; i < 40; i++) {
      a.add(i, [i, 1]);
      b.add(i, [-3, i * i]);
      both.add(i, [i - 3, 1 + i * i]);
    }
    for (let i = 0; i < 40; i++) {
      for (const c of [0, 1])
        expect(both.estimate(i, c)).toBeCloseTo(a.estimate(i, c) + b.estimate(i, c), 10);
    }
  });

  it("recovers a vector of k spikes without noise exactly, with words that do not depend on n", () => {
    const sketch = columnSketch({
      columns: 1,
      buckets: 128,
      repetitions: 11,
      random: random.split("spikes"),
    });
    const spikes = [3, 500, 70_000, 99_999];
    for (const i of spikes) sketch.add(i, [i + 1]);
    expect(sketch.recover(100_000, 4, 0)).toEqual({ positions: spikes, values: spikes.map((i) => i + 1) });
    expect([sketch.words, sketch.height]).toEqual([11 * 128, 11 * 128]);
  });

  it("keeps ‖T − y‖ ≤ (1 + ε) min ‖y′ − y‖ on planted sparse columns, in all but few trials", () => {
    // Guaranteed with probability 0.99: of 100 trials at most 8 may fail (false alarm below 1e-6).
    for (const epsilon of [0.5, 1]) {
      const { within, medianRatio } = plantedRecovery(
        { n: 1000, k: 6, epsilon, trials: 100 },
        random.split("planted", 10 * epsilon),
      );
      expect(within).toBeGreaterThanOrEqual(92);
      expect(medianRatio).toBeGreaterThanOrEqual(1);
      expect(medianRatio).toBeLessThan(1 + epsilon / 2);
    }
  });

  it("says almost nothing about attention: output columns are not compressible, with spikes in V neither", () => {
    const points = outputCompressibility(uniformAttention({ n: 2048, d: 3 }, random.split("y")), random);
    expect(points.map(({ k }) => k)).toEqual([16, 64, 256, 1024]);
    expect(points[0].tail).toBeGreaterThan(0.95);
    expect(points[1].tail).toBeGreaterThan(0.9);
    expect(points[0].tailWithSpikes).toBeGreaterThan(0.95);
    expect(points[1].tailWithSpikes).toBeGreaterThan(0.9);
  });

  it("leaves .996, .985, .944 and .788 of the norm at n = 4096 without the best 16, 64, 256 and 1024 entries", () => {
    const points = outputCompressibility(uniformAttention({ n: 4096, d: 3 }, random.split("tails")), random);
    // The law of the entries decides: one run of another program gave these figures.
    [0.996, 0.985, 0.944, 0.788].forEach((tail, k) => {
      expect(Math.abs(points[k].tail - tail)).toBeLessThan(0.06);
    });
  });

  it("refuses sizes that are not whole numbers, even repetitions and more entries than there are", () => {
    const sizes = { columns: 1, buckets: 4, repetitions: 3, random };
    for (const bad of [{ columns: 0 }, { buckets: 1.5 }, { repetitions: 0 }, { repetitions: 101 }])
      expect(() => columnSketch({ ...sizes, ...bad })).toThrow(RangeError);
    expect(() => columnSketch({ ...sizes, repetitions: 2 })).toThrow(/odd number of repetitions, got 2/);
    expect(() => columnSketch(sizes).recover(3, 4, 0)).toThrow(/expected k to be a whole number from 1 to 3/);
  });
});

describe("sparseTail", () => {
  it("is the norm without the k largest entries", () => {
    expect(sparseTail([3, -4, 12], 1)).toBe(5);
    expect(sparseTail([3, -4, 12], 0)).toBe(13);
    expect(sparseTail([3, -4, 12], 3)).toBe(0);
    expect(sparseTail([3, -4, 12], 9)).toBe(0);
    expect(() => sparseTail([1], -1)).toThrow(/sparseTail: expected k/);
  });
});

describe("truncationBound", () => {
  it("is made of the extremes of the truncated series over exp, which are at the ends", () => {
    for (const degree of [0, 2, 6]) {
      const ratios = Array.from({ length: 201 }, (_, i) => {
        const t = -2 + i / 50;
        return truncatedExponential(t, degree) * Math.exp(-t);
      });
      const [most, least] = [Math.max(...ratios), Math.min(...ratios)];
      expect(truncationBound({ degree, logitBound: 2, valueBound: 3 })).toBeCloseTo(
        (3 * (most - least)) / (2 * least),
        9,
      );
    }
    expect(truncationBound({ degree: 2, logitBound: 1e9, valueBound: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(truncationBound({ degree: 2, logitBound: 0, valueBound: 1 })).toBe(0);
  });
});
