import { describe, expect, it } from "vitest";
import { gaussianLogits } from "../../../src/applications/attention-sparsity/attention-row.ts";
import { topK } from "../../../src/applications/attention-sparsity/top-k.ts";
import { softmax } from "../../../src/applications/softmax-weights.ts";
import { gaussianMatrix } from "../../../src/matrix/generators/gaussian-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

const random = seededRandom(2404);

describe("topK", () => {
  it("has a total variation equal to the mass left out, and no error when nothing is left out", () => {
    const weights = softmax(gaussianLogits(300, 1.5, random.split("logits")));
    const values = gaussianMatrix({ rows: 300, columns: 3 }, random.split("values"));
    const sorted = Float64Array.from(weights).sort().reverse();
    for (const k of [1, 10, 100, 299]) {
      const left = sorted.slice(k).reduce((sum, weight) => sum + weight, 0);
      const result = topK({ weights, values, k });
      expect(result.totalVariation).toBeCloseTo(left, 12);
      // ½ Σ |p − q| with q the renormalised top k, worked out term by term.
      const least = sorted[k - 1];
      const kept = 1 - left;
      const distance = weights.reduce((sum, w) => sum + Math.abs(w - (w >= least ? w / kept : 0)), 0) / 2;
      expect(result.totalVariation).toBeCloseTo(distance, 12);
    }
    const all = topK({ weights, values, k: 300 });
    expect(Math.max(all.absoluteError, all.relativeError)).toBeLessThan(1e-14);
    expect(all.totalVariation).toBeLessThan(1e-12);
  });

  it("with k = √n has a falling absolute and a rising relative error and total variation as n grows", () => {
    const at = (n: number) => {
      const runs = Array.from({ length: 12 }, (_, r) => {
        const weights = softmax(gaussianLogits(n, 1, random.split(`logits ${n}`, r)));
        const values = gaussianMatrix({ rows: n, columns: 16 }, random.split(`values ${n}`, r));
        return topK({ weights, values, k: Math.sqrt(n) });
      });
      const mean = (of: (run: (typeof runs)[number]) => number) =>
        runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
      return {
        absolute: mean((run) => run.absoluteError),
        relative: mean((run) => run.relativeError),
        variation: mean((run) => run.totalVariation),
        norm: mean((run) => Math.hypot(...run.exact)),
      };
    };
    const points = [256, 1024, 4096, 16384].map(at);
    for (let k = 1; k < points.length; k++) {
      expect(points[k].absolute).toBeLessThan(points[k - 1].absolute);
      expect(points[k].relative).toBeGreaterThan(1.2 * points[k - 1].relative);
      expect(points[k].variation).toBeGreaterThan(points[k - 1].variation);
    }
    // One run of another program: largest error .404/.329/.227/.191, relative 1.96/3.09/4.56/6.71, variation .71/.81/.88/.92.
    [0.71, 0.81, 0.88, 0.92].forEach((value, k) => {
      expect(Math.abs(points[k].variation - value)).toBeLessThan(0.03);
    });
    [1.96, 3.09, 4.56, 6.71].forEach((value, k) => {
      expect(Math.abs(points[k].relative / value - 1)).toBeLessThan(0.25);
    });
    [0.404, 0.329, 0.227, 0.191].forEach((value, k) => {
      expect(Math.abs(points[k].absolute / value - 1)).toBeLessThan(0.25);
    });
    // The exact output itself shrinks like 1/√n: four times the keys, half the norm.
    for (let k = 1; k < points.length; k++) {
      expect(points[k - 1].norm / points[k].norm).toBeGreaterThan(1.7);
      expect(points[k - 1].norm / points[k].norm).toBeLessThan(2.3);
    }
  });

  it("refuses what does not fit", () => {
    const values = [[1], [0]];
    expect(() => topK({ weights: [1], values, k: 1 })).toThrow(
      /a row of values for each of 1 weights, got 2/,
    );
    expect(() => topK({ weights: [0.5, 0.5], values, k: 0 })).toThrow(/k to be a whole number from 1 to 2/);
    expect(() => topK({ weights: [0.5, 0.5], values, k: 1.5 })).toThrow(RangeError);
    expect(() => topK({ weights: [0.5, 0.6], values, k: 1 })).toThrow(/add up to 1/);
    expect(() => topK({ weights: [1.5, -0.5], values, k: 1 })).toThrow(/weights ≥ 0/);
  });
});
