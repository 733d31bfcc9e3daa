import { describe, expect, it } from "vitest";
import { failureBudget } from "../../src/algorithms/failure-budget.ts";

describe("failureBudget", () => {
  it.each([
    { shapes: [{ rows: 2 ** 20, columns: 4 }], drawsTuples: false },
    {
      shapes: [
        { rows: 2 ** 40, columns: 3 },
        { rows: 9, columns: 4 },
      ],
      drawsTuples: true,
    },
    {
      shapes: [
        { rows: 1e6, columns: 2 },
        { rows: 1e4, columns: 5 },
        { rows: 64, columns: 1 },
      ],
      drawsTuples: true,
    },
  ])("adds up to exactly δ over all samplings, certificates and tuples", ({ shapes, drawsTuples }) => {
    const budget = failureBudget(0.05, shapes, drawsTuples);
    const stages = budget.stages.reduce((sum, count) => sum + count, 0);
    expect(stages * (budget.perSampling + budget.perCertificate) + budget.tuples).toBeCloseTo(0.05, 15);
  });

  it("gives two factors of equal depth δ/(3(L+2)) per sampling", () => {
    const shape = { rows: 2 ** 22, columns: 4 };
    expect(failureBudget(0.05, [shape, shape], true).perSampling).toBeCloseTo(0.05 / (3 * (18 + 2)), 15);
  });
});
