import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approximateKronecker } from "../../src/algorithms/approximate-kronecker.ts";
import { drawingCost } from "../../src/algorithms/drawing-plan.ts";
import type { FactorPlan } from "../../src/algorithms/factor-plan.ts";
import { planKronecker } from "../../src/algorithms/plan-kronecker.ts";
import type { SketchOptions } from "../../src/algorithms/sketch-options.ts";
import { gaussianMatrix } from "../../src/matrix/generators/gaussian-matrix.ts";
import { rowOracle } from "../../src/oracles/row-oracle.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const common = { epsilon: 0.5, delta: 0.05 } as const;

/** The plan of the first of two equal factors. */
function planOf(rows: number, columns: number, options: Partial<SketchOptions> = {}): FactorPlan {
  const shape = { rows, columns };
  return planKronecker([shape, shape], { ...common, ...options }).factors[0];
}

/** All row queries that are expected, the literal drawing of rows included. */
const cost = ({ stages, drawing }: FactorPlan) =>
  stages.reduce((sum, { quantum, classical }) => sum + quantum + classical, drawingCost(drawing));

const shapes = fc.record({
  rows: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 2 ** 40 })),
  columns: fc.integer({ min: 1, max: 12 }),
  search: fc.constantFrom("unknown", "known", "exact"),
  constant: fc.constantFrom("rigorous" as const, "practical" as const, 0.1),
  certificate: fc.constantFrom("fixed-point", "bbht"),
  method: fc.constantFrom("two-stage", "many-copies", "one-at-a-time"),
});

describe("planKronecker", () => {
  it("never expects to pay more than reading every row, or than searching all the way down", () => {
    fc.assert(
      fc.property(shapes, ({ rows, columns, ...options }) => {
        const plan = planOf(rows, columns, options);
        expect(cost(plan)).toBeLessThanOrEqual(rows);
        expect(cost(plan)).toBeLessThanOrEqual(
          cost(planOf(rows, columns, { ...options, fallback: "never" })),
        );
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it("reads everything where that is cheapest, and says so with both figures", () => {
    const plan = planOf(5000, 3);
    expect(plan.base).toBe(0);
    expect(plan.stages).toEqual([
      { stage: "base read", kind: "read", level: 0, size: 5000, marked: 5000, quantum: 0, classical: 5000 },
    ]);
    const searching = Math.round(cost(planOf(5000, 3, { fallback: "never" })));
    expect(plan.fallback).toBe(
      `A1: reading all 5000 rows costs less than searching (about ${searching} queries expected), so everything is read.`,
    );
    expect(searching).toBeGreaterThan(5000);
  });

  it("reads a middle level where that is cheapest, and says which", () => {
    const plan = planOf(2 ** 30, 2);
    expect(plan.base).toBeGreaterThan(0);
    expect(plan.base).toBeLessThan(plan.depth);
    expect(plan.fallback).toBe(
      `A1: levels ${plan.base} to ${plan.depth} are replaced by reading the ${2 ** (30 - plan.base)} rows of level ${plan.base}, which costs less than searching them.`,
    );
  });

  it("goes to the textbook depth with fallback never: ⌈lg(n/n_base)⌉, n_base = max(4d, ⌈2d·C⌉)", () => {
    fc.assert(
      fc.property(shapes, ({ rows, columns, ...options }) => {
        const plan = planOf(rows, columns, { ...options, fallback: "never" });
        const base = Math.max(4 * columns, Math.ceil(2 * columns * plan.oversampling.inner));
        expect(plan.depth).toBe(Math.max(0, Math.ceil(Math.log2(rows / base))));
        expect(plan.base).toBe(plan.depth);
        expect(plan.fallback).toBeUndefined();
        expect(Math.ceil(rows / 2 ** plan.base)).toBeLessThanOrEqual(base);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it("halves from the base up to level 0 and refines there", () => {
    const { stages, base } = planOf(2 ** 28, 3);
    expect(stages.map(({ kind, level }) => [kind, level])).toEqual([
      ["read", base],
      ...Array.from({ length: base }, (_, l) => ["halving", base - 1 - l]),
      ["refinement", 0],
    ]);
    for (const { level, size, marked } of stages) {
      expect(size).toBe(2 ** (28 - level));
      expect(marked).toBeLessThanOrEqual(size);
    }
    expect(planOf(2 ** 28, 3, { method: "many-copies" }).stages.at(-1)!.kind).toBe("halving");
  });

  it("expects 2d·C marks above an exact base, 3d·C on the other levels and 1.5d·C′ in the refinement", () => {
    const { stages, oversampling, base } = planOf(2 ** 34, 3);
    const marks = (level: number) => stages.find((s) => s.kind === "halving" && s.level === level)!.marked;
    expect(marks(base - 1)).toBeCloseTo(2 * 3 * oversampling.inner, 9);
    expect(marks(base - 2)).toBeCloseTo(3 * 3 * oversampling.inner, 9);
    expect(stages.at(-1)!.marked).toBeCloseTo(1.5 * 3 * oversampling.final, 9);
  });

  it("sets C = c·ln(2d/δ_l)/ε² with the accuracies and failure shares of the plan", () => {
    const shape = { rows: 2 ** 30, columns: 3 };
    const plan = planKronecker([shape, shape, shape], common);
    const share = 1.5 ** (1 / 4) - 1;
    expect(plan.factorEpsilon).toBeCloseTo(share, 14);
    expect(plan.tupleEpsilon).toBeCloseTo(share, 14);
    const log = Math.log(6 / plan.budget.perSampling);
    for (const { oversampling, perCertificate, innerEpsilon, epsilon } of plan.factors) {
      expect(innerEpsilon).toBe(0.5);
      expect(epsilon).toBe(plan.factorEpsilon);
      expect(oversampling.inner).toBeCloseTo((3 * log) / 0.25, 9);
      expect(oversampling.final).toBeCloseTo((3 * log) / share ** 2, 9);
      expect(perCertificate).toBe(plan.budget.perCertificate);
    }
  });

  it("asks for more the smaller ε and δ are and the more rows and columns there are", () => {
    const total = (rows: number, columns: number, options: Partial<SketchOptions> = {}) =>
      cost(planOf(rows, columns, options));
    const usual = total(2 ** 32, 3);
    expect(total(2 ** 33, 3)).toBeGreaterThan(usual);
    expect(total(2 ** 32, 4)).toBeGreaterThan(usual);
    expect(total(2 ** 32, 3, { epsilon: 0.4 })).toBeGreaterThan(usual);
    expect(total(2 ** 32, 3, { delta: 0.01 })).toBeGreaterThan(usual);
    expect(total(2 ** 32, 3, { constant: "practical" })).toBeLessThan(usual);
    expect(total(2 ** 32, 3, { search: "known" })).toBeLessThan(usual);
    expect(total(2 ** 32, 3, { certificate: "bbht" })).toBeGreaterThan(usual);
  });

  it.each([
    [1, 1],
    [1, 4],
    [3, 5],
    [7, 2],
  ])("just reads a factor of %i × %i, which is smaller than any base", (rows, columns) => {
    for (const fallback of ["auto", "never"] as const) {
      const plan = planOf(rows, columns, { fallback });
      expect([plan.depth, plan.base, cost(plan)]).toEqual([0, 0, rows]);
      expect(plan.fallback).toBeUndefined();
    }
    const random = seededRandom(rows);
    const factors = [0, 1].map((k) => gaussianMatrix({ rows, columns }, random.split("factor", k)));
    const { ledger, keptAll } = approximateKronecker(
      factors.map((factor) => rowOracle(factor)),
      { ...common, random },
    );
    expect(ledger.total()).toBe(2 * rows);
    expect(keptAll).toBe(true);
  });

  it("counts the literal drawing of rows into the choice: one state at a time pays from 2^28 rows on only", () => {
    for (const [lg, reads] of [
      [18, true],
      [26, true],
      [30, false],
    ] as const) {
      const { base, drawing, fallback } = planOf(2 ** lg, 2, { method: "one-at-a-time" });
      expect(base === 0).toBe(reads);
      expect(drawing.map(({ stage }) => stage)).toEqual(
        reads ? [] : ["normaliser estimate", "tuple drawing"],
      );
      expect(fallback).toMatch(reads ? /^A1: reading all \d+ rows costs less/ : /^A1: levels/);
    }
    expect(planOf(2 ** 30, 2).drawing).toEqual([]);
  });

  it("expects cheaper draws from one factor when the other is read, as exact scores are smaller", () => {
    for (const method of ["many-copies", "one-at-a-time"] as const) {
      const tall = { rows: 2 ** 32, columns: 2 };
      const beside = (rows: number) =>
        planKronecker([tall, { rows, columns: 2 }], { ...common, method }).factors[0];
      const [read, searched] = [beside(100), beside(2 ** 32)].map(({ drawing }) => drawingCost(drawing));
      expect(read).toBeLessThan(searched);
      expect(read).toBeGreaterThan(searched / 3);
    }
  });

  it("names the factors A1, A2, … unless they have names", () => {
    const named = planKronecker(
      [
        { name: "left", rows: 9, columns: 2 },
        { rows: 9, columns: 2 },
      ],
      common,
    );
    expect(named.factors.map(({ name }) => name)).toEqual(["left", "A2"]);
  });

  it("refuses fewer than two factors and factors without rows or columns", () => {
    const shape = { rows: 9, columns: 2 };
    expect(() => planKronecker([], common)).toThrow(
      /^approximateKronecker: expected at least 2 factors, got 0; for one matrix use spectralApproximation\.$/,
    );
    expect(() => planKronecker([shape], common)).toThrow(/at least 2 factors, got 1/);
    for (const [rows, columns] of [
      [0, 2],
      [9, 0],
      [2.5, 2],
      [Number.NaN, 2],
      [2 ** 53, 2],
    ]) {
      expect(() => planKronecker([shape, { rows, columns }], common)).toThrow(
        `approximateKronecker: expected factor 2 to have rows and columns, got ${rows} × ${columns}; leave empty factors out.`,
      );
    }
  });
});
