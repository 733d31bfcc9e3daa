import { describe, expect, it } from "vitest";
import { analyseStudy, complete, planStudy, runPointTask, type StudySpec } from "../../../../src/index.ts";
import { tinyFamily } from "../../../support/tiny-family.ts";

const families = [tinyFamily];
const run = (spec: Partial<StudySpec>) => {
  const plan = planStudy({ family: "tiny", seeds: [1, 2, 3, 4, 5], ...spec }, families);
  const results = plan.points.map((point) => complete(runPointTask(point, families)));
  return { plan, results, analysis: analyseStudy(plan, results) };
};
const sizes = { sweeps: [{ vary: "n", values: [10, 100, 1000, 10_000] }] };

describe("analyseStudy", () => {
  it("finds exponents, and crossovers that move with the square of the price", () => {
    const { analysis } = run({ sweeps: [{ vary: "n", values: [10, 1000, 1e5, 1e7] }], prices: [1, 10, 1e6] });
    const [{ methods, duels }] = analysis.sweeps;
    expect(methods.map(({ fit }) => fit?.exponent.toFixed(2))).toEqual(["0.50", "1.00", "0.00"]);
    expect(methods[0].fit).toMatchObject({ from: 10, to: 1e7, points: 4, confidence: 0.9 });
    expect(duels).toHaveLength(1);
    const [even, dear, beyond] = duels[0].crossovers;
    // 10 p √n = n at n = 100 p², with noise of 2 % on each count.
    for (const { price, counted, predicted } of [even, dear]) {
      expect(predicted?.kind === "at" && predicted.at).toBeCloseTo(
        100 * price ** 2,
        6 - 2 * Math.log10(100 * price),
      );
      if (counted.kind !== "at") throw new Error("expected a crossover");
      expect(counted.cheaper).toBe("above");
      expect(counted.at / (100 * price ** 2)).toBeGreaterThan(0.95);
      expect(counted.at / (100 * price ** 2)).toBeLessThan(1.05);
      expect(counted.low).toBeLessThanOrEqual(counted.at);
      expect(counted.high).toBeGreaterThanOrEqual(counted.at);
    }
    expect(beyond.counted).toEqual({ kind: "none", cheaper: "second", seeds: 5, without: 5 });
  });

  it("gives the price at which both cost the same, and who is cheaper at all prices", () => {
    const { analysis } = run({ ...sizes, prices: [1, 2] });
    const [{ breakEven }] = analysis.sweeps[0].duels;
    expect(breakEven.map(({ value }) => value)).toEqual([10, 100, 1000, 10_000]);
    breakEven.forEach(({ value, price }) => {
      expect((price?.median ?? 0) / (Math.sqrt(value) / 10)).toBeCloseTo(1, 1);
    });
    expect(breakEven.map(({ throughout }) => throughout).filter((_, k) => k !== 1)).toEqual([
      "second",
      "first",
      "first",
    ]);
  });

  it("compares guaranteed methods only, and reports how many certificates hold", () => {
    const { analysis } = run(sizes);
    expect(analysis.sweeps[0].duels.map(({ quantum, classical }) => [quantum, classical])).toEqual([
      ["root", "all"],
    ]);
    expect(analysis.sweeps[0].methods[2].points[0]).toMatchObject({ held: 0, certified: 5 });
    expect(analysis.sweeps[0].methods[0].points[0]).toMatchObject({
      held: 5,
      certified: 5,
      error: { median: 0.1 },
      limit: null,
    });
  });

  it("gives the six numbers of each oracle, null where a number is not known", () => {
    const { analysis } = run(sizes);
    const { account, oracle } = analysis.sweeps[0].duels[0].accounts[1];
    expect(oracle).toBe("A");
    expect(account.classicalExpected).toBe(100);
    expect(account.classicalActual).toBeGreaterThan(100);
    expect(account.quantumExpected).toEqual({ classical: 0, quantum: 100 });
    expect(account.quantumWorstCase).toEqual({ classical: null, quantum: null });
  });

  it("lays a map over the parameters of two sweeps, with lines where both cost the same", () => {
    const { analysis } = run({
      sweeps: [...sizes.sweeps, { vary: "d", values: [1, 2, 4] }],
      base: { n: 1000 },
    });
    const { map } = analysis;
    expect(map).toMatchObject({
      quantum: "root",
      classical: "all",
      x: { name: "n" },
      y: { name: "d", values: [1, 2, 3, 4] },
    });
    // 10√n·d = n at n = 100 d².
    map?.lines[0].at.forEach((at, j) => {
      expect(Number(at) / (100 * (j + 1) ** 2)).toBeCloseTo(1, 1);
    });
    expect(run(sizes).analysis.map).toBeNull();
  });

  it("measures growth in 1/value where the family says so", () => {
    const { analysis } = run({ sweeps: [{ vary: "epsilon", values: [0.1, 0.2, 0.4] }] });
    expect(analysis.sweeps[0]).toMatchObject({ symbol: "ε", inverse: true });
    expect(analysis.sweeps[0].methods[0].fit).toMatchObject({ from: 2.5, to: 10 });
  });

  it("sums up a study without sweeps, and refuses one with a point missing", () => {
    const { plan, results, analysis } = run({});
    expect(analysis.sweeps[0]).toMatchObject({ vary: "n", values: [100] });
    expect(analysis.sweeps[0].methods[0].fit).toBeNull();
    expect(() => analyseStudy(plan, results.slice(1))).toThrow(
      /expected a result of every point, got none of/,
    );
  });
});
