import { describe, expect, it } from "vitest";
import {
  hashValues,
  quantisedThreshold,
  requireProbability,
} from "../../src/oracles/quantised-probability.ts";

describe("quantisedThreshold", () => {
  it("rounds p·(2^b − 1) up: 0 never marks, 1 always, and nothing becomes less likely", () => {
    for (let bits = 1; bits <= 32; bits++) {
      const values = hashValues(bits);
      expect(values).toBe(2 ** bits - 1);
      expect(quantisedThreshold(0, bits)).toBe(0);
      expect(quantisedThreshold(1, bits)).toBe(values);
      expect(quantisedThreshold(1e-300, bits)).toBe(1);
      for (let i = 0; i <= 50; i++) {
        const threshold = quantisedThreshold(i / 50, bits);
        expect(threshold / values).toBeGreaterThanOrEqual(i / 50 - 1e-15);
        expect((threshold - 1) / values).toBeLessThan(i / 50 + 1e-15);
      }
    }
  });

  it("refuses bits and probabilities out of range", () => {
    for (const bits of [0, 33, 1.5, Number.NaN]) expect(() => hashValues(bits)).toThrow(/bits/);
    for (const p of [-1e-9, 1.0001, Number.NaN]) {
      expect(() => requireProbability("A1", p)).toThrow(/A1: expected the marking rule/);
    }
  });
});
