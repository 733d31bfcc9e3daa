import { describe, expect, it } from "vitest";
import { queriesAgainstSize } from "../../../src/presentation/svg/queries-against-size.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { queriesSample } from "../../support/figure-samples.ts";

const point = (size: number, queries: number) => ({ size, queries });
const one = { name: "a", kind: "counted", role: "quantum", points: [point(2, 10), point(8, 1000)] } as const;

const numbers = (root: Element, selector: string, name: string) =>
  [...root.querySelectorAll(selector)].map((element) => Number(element.getAttribute(name)));

describe("queriesAgainstSize", () => {
  it("draws the golden figure, wide and narrow", () => {
    for (const [name, width] of [
      ["wide", 760],
      ["narrow", 320],
    ] as const) {
      const svg = queriesAgainstSize({ ...queriesSample, width });
      expectFigure(svg);
      expectGolden(`queries-against-size-${name}`, svg);
    }
  });

  it("gives the same text for the same data", () => {
    expect(queriesAgainstSize(queriesSample)).toBe(queriesAgainstSize(queriesSample));
  });

  it("puts a point where its logarithms say", () => {
    const root = expectFigure(
      queriesAgainstSize({ series: [{ ...one, points: [point(2, 10), point(4, 100), point(16, 1000)] }] }),
    );
    const x = numbers(root, "circle", "cx").slice(0, 3);
    const y = numbers(root, "circle", "cy").slice(0, 3);
    expect((x[2] - x[0]) / (x[1] - x[0])).toBeCloseTo(3, 2);
    expect((y[2] - y[0]) / (y[1] - y[0])).toBeCloseTo(2, 2);
    expect(y[0]).toBeGreaterThan(y[2]);
  });

  it("marks counted points and dashes predicted lines, and never the other way round", () => {
    const counted = queriesAgainstSize({ series: [one] });
    expect(counted).toContain("<circle");
    expect(counted).not.toContain('stroke-dasharray="6 4"');
    const predicted = queriesAgainstSize({ series: [{ ...one, kind: "predicted" }] });
    expect(predicted).not.toContain("<circle");
    expect(predicted).toContain('stroke-dasharray="6 4"');
  });

  it("names every line, its kind and its slope, on wide and on narrow figures", () => {
    for (const width of [760, 320]) {
      const text = expectFigure(queriesAgainstSize({ ...queriesSample, width })).textContent ?? "";
      expect(text).toContain("classical: read all, 2n");
      expect(text).toContain("counted, slope 0.51");
      expect(text).toContain("predicted, slope 0.50");
    }
  });

  it("shows names with signs of XML as text", () => {
    const svg = queriesAgainstSize({
      series: [{ ...one, name: "<b>&" }],
      regions: [{ from: 2, to: 4, label: "<i>" }],
      rules: [{ at: 4, label: '"&"' }],
      title: "<t>",
    });
    expect(expectFigure(svg).textContent).toContain("<b>&");
    expect(svg).not.toMatch(/<[bit]>/);
  });

  it("cuts regions to the drawn range and leaves those outside away", () => {
    const text = (from: number, to: number) =>
      expectFigure(queriesAgainstSize({ series: [one], regions: [{ from, to, label: "shade" }] }))
        .textContent;
    expect(text(1, 3)).toContain("shade");
    expect(text(9, 20)).not.toContain("shade");
  });

  it("refuses what cannot be drawn", () => {
    const draw =
      (series: Parameters<typeof queriesAgainstSize>[0]["series"], width = 760) =>
      () =>
        queriesAgainstSize({ series, width });
    expect(draw([])).toThrow(/at least one series/);
    expect(draw([{ ...one, points: [] }])).toThrow(/expected points in "a"/);
    expect(draw([{ ...one, points: [point(2, 1), point(4, 0)] }])).toThrow(/values > 0/);
    expect(draw([{ ...one, points: [point(2, 1), point(4, Number.NaN)] }])).toThrow(/values > 0/);
    expect(draw([{ ...one, points: [point(2, 1)] }])).toThrow(/two different values/);
    expect(draw([one], 100)).toThrow(/width from 240/);
  });
});
