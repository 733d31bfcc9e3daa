import { describe, expect, it } from "vitest";
import { findCrossing } from "../../../src/comparison/statistics/crossing.ts";
import { crossingBand } from "../../../src/comparison/statistics/crossing-band.ts";

describe("findCrossing", () => {
  it("finds where power laws meet, exactly", () => {
    const values = [16, 256, 4096];
    const ratios = values.map((x) => (100 * x ** 0.5) / x);
    expect(findCrossing(values, [...ratios, 100 / 1000].slice(0, 3))).toEqual({
      kind: "none",
      cheaper: "second",
    });
    const wider = [...values, 2 ** 16];
    const crossing = findCrossing(
      wider,
      wider.map((x) => (100 * x ** 0.5) / x),
    );
    expect(crossing).toMatchObject({ kind: "at", cheaper: "above", further: 0 });
    expect(crossing.kind === "at" && crossing.at).toBeCloseTo(10_000, 6);
  });

  it("knows only the interval where both do the same on one side", () => {
    expect(findCrossing([4, 16, 64], [1, 1, 0.5])).toEqual({
      ...{ kind: "at", at: 32, low: 16, high: 64, cheaper: "above", further: 0 },
    });
  });

  it("is at the value itself where both are equal there alone", () => {
    expect(findCrossing([4, 16, 64], [2, 1, 0.5])).toMatchObject({
      at: 16,
      low: 16,
      high: 16,
      cheaper: "above",
    });
    expect(findCrossing([4, 16, 64], [0.5, 1, 2])).toMatchObject({
      at: 16,
      low: 16,
      high: 16,
      cheaper: "below",
    });
  });

  it("says who is cheaper where nothing crosses", () => {
    expect(findCrossing([1, 2], [0.5, 0.9])).toEqual({ kind: "none", cheaper: "first" });
    expect(findCrossing([1, 2], [1, 1])).toEqual({ kind: "none", cheaper: "neither" });
    expect(findCrossing([], [])).toEqual({ kind: "none", cheaper: "neither" });
  });

  it("counts further crossings and knows the side", () => {
    expect(findCrossing([1, 2, 3], [0.5, 2, 0.5])).toMatchObject({ cheaper: "below", further: 1 });
  });

  it("refuses ratios that are not above 0", () => {
    expect(() => findCrossing([1], [0])).toThrow(/expected as many ratios > 0 as values/);
    expect(() => findCrossing([1, 2], [1])).toThrow(/at 2 values/);
  });
});

describe("crossingBand", () => {
  const at = (value: number) =>
    ({ kind: "at", at: value, low: value, high: value, cheaper: "above", further: 0 }) as const;
  const none = { kind: "none", cheaper: "second" } as const;

  it("is the median of most seeds with the ends as band", () => {
    expect(crossingBand([at(4), at(9), at(5)], 0.9)).toMatchObject({
      at: 5,
      low: 4,
      high: 9,
      seeds: 3,
      without: 0,
    });
    expect(crossingBand([at(4), none, at(5)], 0.9)).toMatchObject({ kind: "at", without: 1 });
  });

  it("is none where most seeds have none", () => {
    expect(crossingBand([none, none, at(5)], 0.9)).toEqual({
      kind: "none",
      cheaper: "second",
      seeds: 3,
      without: 2,
    });
    expect(() => crossingBand([], 0.9)).toThrow(/expected at least one seed/);
  });
});
