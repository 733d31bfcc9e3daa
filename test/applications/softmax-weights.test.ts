import { describe, expect, it } from "vitest";
import { softmax, softmaxWeights } from "../../src/applications/softmax-weights.ts";

describe("softmaxWeights", () => {
  it("is exp(β·logit) over the largest, and adds up to 1 when normalised", () => {
    const logits = [0.3, -1, 2];
    for (const beta of [0.1, 1, 7]) {
      const plain = logits.map((logit) => Math.exp(beta * logit));
      const total = plain.reduce((sum, weight) => sum + weight, 0);
      softmaxWeights(logits, beta).forEach((weight, i) => {
        expect(weight).toBeCloseTo(plain[i] / plain[2], 14);
      });
      softmax(logits, beta).forEach((weight, i) => {
        expect(weight).toBeCloseTo(plain[i] / total, 14);
      });
    }
  });

  it("has both limits: all equal at β = 0, the largest alone at β = ∞, ties together", () => {
    expect([...softmax([1, 2, 3], 0)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...softmax([1, 3, 3], Number.POSITIVE_INFINITY)]).toEqual([0, 0.5, 0.5]);
    expect([...softmax([1, 3, 3], 1e300)]).toEqual([0, 0.5, 0.5]);
  });

  it("does not overflow", () => {
    expect([...softmax([1e308, -1e308])]).toEqual([1, 0]);
    expect([...softmax([800, 800 - Math.LN2])][1]).toBeCloseTo(1 / 3, 12);
  });

  it("refuses what has no softmax", () => {
    expect(() => softmaxWeights([])).toThrow(/at least one logit/);
    expect(() => softmaxWeights([Number.NaN])).toThrow(/finite logits, got NaN at 0/);
    expect(() => softmaxWeights([1, Number.NEGATIVE_INFINITY])).toThrow(/finite logits/);
    expect(() => softmaxWeights([1], -1)).toThrow(/β ≥ 0, got -1; Infinity stands for zero temperature/);
    expect(() => softmaxWeights([1], Number.NaN)).toThrow(RangeError);
  });
});
