import { describe, expect, it } from "vitest";
import { planStudy, pointText, type StudySpec } from "../../../src/index.ts";
import { tinyFamily } from "../../support/tiny-family.ts";

const plan = (spec: Partial<StudySpec>) => planStudy({ family: "tiny", seeds: [1], ...spec }, [tinyFamily]);

describe("planStudy", () => {
  it("runs every method on every setting and seed, in order, each point once", () => {
    const { points, sweeps } = plan({
      sweeps: [
        { vary: "n", values: [400, 100] },
        { vary: "d", values: [1, 2], methods: ["root"] },
      ],
      seeds: [1, 2],
    });
    expect(sweeps[0].values).toEqual([100, 400]);
    // The base, n = 100 and d = 1, is in both sweeps.
    expect(points).toHaveLength(2 * 3 * 2 + 1 * 1 * 2);
    expect(new Set(points.map(pointText)).size).toBe(points.length);
    expect(points[0]).toEqual({
      family: "tiny",
      revision: 1,
      setting: { n: 100, d: 1, epsilon: 0.5, shape: "round" },
      method: "root",
      seed: 1,
    });
  });

  it("fills in what was left out", () => {
    expect(plan({})).toMatchObject({
      title: "A tiny family",
      prices: [1, 10, 100, 1000],
      confidence: 0.9,
      sweeps: [],
    });
    expect(plan({}).points).toHaveLength(3);
    expect(plan({ sweeps: [{ vary: "n", values: [4, 9] }] }).sweeps[0].fitFrom).toBe(4);
  });

  const refused: [string, Partial<StudySpec>, string][] = [
    ["an unknown family", { family: "other" }, 'family: expected one of tiny, got "other"'],
    [
      "an unknown parameter",
      { base: { m: 3 } },
      "base.m: expected a parameter among n, d, epsilon, shape, got m",
    ],
    [
      "a value out of range",
      { base: { n: 0 } },
      "base.n: expected a whole number from 1 to 1000000000, got 0",
    ],
    [
      "a value of another kind",
      { base: { n: "3" } },
      'base.n: expected a whole number from 1 to 1000000000, got "3"',
    ],
    ["a number that is not whole", { base: { d: 1.5 } }, "base.d: expected a whole number"],
    ["an unknown choice", { base: { shape: "oval" } }, 'base.shape: expected one of round, flat, got "oval"'],
    [
      "a sweep of a choice",
      { sweeps: [{ vary: "shape", values: [1] }] },
      "sweeps[0].vary: expected one of n, d, epsilon, got",
    ],
    [
      "no values",
      { sweeps: [{ vary: "n", values: [] }] },
      "sweeps[0].values: expected at least one value, got none",
    ],
    [
      "a value twice",
      { sweeps: [{ vary: "n", values: [4, 9, 4] }] },
      "sweeps[0].values[2]: expected different values, got 4 again, as sweeps[0].values[0]",
    ],
    [
      "sizes that cannot fit",
      { base: { d: 50 }, sweeps: [{ vary: "n", values: [99, 40] }] },
      "sweeps[0].values[1]: d: expected at most n = 40, got 50",
    ],
    ["a base that cannot fit", { base: { n: 5, d: 9 } }, "base: d: expected at most n = 5, got 9"],
    [
      "the swept parameter fixed",
      { sweeps: [{ vary: "n", values: [4], with: { n: 9 } }] },
      "sweeps[0].with.n: expected parameters other than the one that varies",
    ],
    [
      "a fit beyond the values",
      { sweeps: [{ vary: "n", values: [4, 9], fitFrom: 10 }] },
      "sweeps[0].fitFrom: expected at most 9",
    ],
    [
      "an unknown method",
      { methods: ["root", "best"] },
      'methods[1]: expected one of root, all, few, got "best"',
    ],
    [
      "an unknown method of a sweep",
      { sweeps: [{ vary: "n", values: [4], methods: ["x"] }] },
      "sweeps[0].methods[0]: expected one of root, all, few",
    ],
    ["no methods", { methods: [] }, "methods: expected at least one value, got none"],
    ["no seeds", { seeds: [] }, "seeds: expected at least one value"],
    ["a seed that is none", { seeds: [1, -1] }, "seeds[1]: expected a whole number from 0"],
    ["a price that is none", { prices: [0] }, "prices[0]: expected a price above 0, got 0"],
    ["a confidence that is none", { confidence: 1 }, "confidence: expected a number between 0 and 1, got 1"],
    [
      "too many points",
      { seeds: Array.from({ length: 40_000 }, (_, k) => k) },
      "study: expected at most 100000 points, got 120000",
    ],
  ];
  it.each(refused)("refuses %s with its place", (_, spec, message) => {
    expect(() => plan(spec)).toThrow(message);
  });
});
