import { describe, expect, it } from "vitest";
import { planKronecker } from "../../src/algorithms/plan-kronecker.ts";

describe("planKronecker where rows of the product are drawn literally", () => {
  it.each(["many-copies", "one-at-a-time"] as const)(
    "plans factors to ε₀ and tuples to a share of ε, method %s",
    (method) => {
      const shapes = [
        { rows: 2 ** 44, columns: 2 },
        { rows: 2 ** 40, columns: 3 },
      ];
      const plan = planKronecker(shapes, { epsilon: 0.2, delta: 0.05, method });
      expect(plan.factorEpsilon).toBe(0.5);
      expect(plan.factors.map(({ epsilon }) => epsilon)).toEqual([0.5, 0.5]);
      expect(plan.tupleEpsilon).toBeCloseTo(0.15, 14);
    },
  );
});
