import { describe, expect, it } from "vitest";
import { planKronecker } from "../../src/algorithms/plan-kronecker.ts";

const shapes = [
  { rows: 2 ** 50, columns: 3 },
  { rows: 2 ** 20, columns: 2 },
];

describe("a tiny failure probability", () => {
  it.each(["two-stage", "many-copies", "one-at-a-time"] as const)(
    "is planned down to 1e-90 and refused below, method %s",
    (method) => {
      const { factors } = planKronecker(shapes, { epsilon: 0.5, delta: 1e-90, method });
      expect(factors.every(({ oversampling }) => Number.isFinite(oversampling.final))).toBe(true);
      for (const delta of [1e-91, 1e-300, 5e-324]) {
        expect(() => planKronecker(shapes, { epsilon: 0.5, delta, method })).toThrow(
          `approximateKronecker: expected delta ≥ 1e-90, got ${delta}; its shares must stay numbers, try 1e-9.`,
        );
      }
    },
  );
});
