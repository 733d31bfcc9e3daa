import { describe, expect, it } from "vitest";
import { growthChart } from "../../../src/presentation/svg/growth-chart.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { growthSample } from "../../support/figure-samples.ts";

describe("growthChart", () => {
  it("draws the golden figure, wide and narrow", () => {
    for (const [name, width] of [
      ["wide", 760],
      ["narrow", 320],
    ] as const) {
      const svg = growthChart({ ...growthSample, width });
      expectFigure(svg);
      expectGolden(`growth-chart-${name}`, svg);
    }
  });

  it("shows a power law as a straight line", () => {
    const points = [1, 2, 5, 10].map((value) => ({ value, cost: 3 * value ** 1.5 }));
    const root = expectFigure(
      growthChart({ parameter: "1/ε", series: [{ name: "a", kind: "counted", role: "quantum", points }] }),
    );
    const dots = [...root.querySelectorAll("circle")].slice(0, 4);
    const [x, y] = ["cx", "cy"].map((name) => dots.map((dot) => Number(dot.getAttribute(name))));
    const slope = (a: number, b: number) => (y[b] - y[a]) / (x[b] - x[a]);
    expect(slope(0, 1)).toBeCloseTo(slope(2, 3), 2);
    expect(slope(0, 3)).toBeCloseTo(slope(1, 2), 2);
  });

  it("writes the values of the parameter below the axis and exponents at the lines", () => {
    const text = expectFigure(growthChart(growthSample)).textContent ?? "";
    for (const piece of ["12", "16", "d →", "exponent 1.50", "reading everything"])
      expect(text).toContain(piece);
  });

  it("refuses values that have no logarithm", () => {
    const points = [
      { value: 0, cost: 1 },
      { value: 1, cost: 1 },
    ];
    expect(() =>
      growthChart({ parameter: "d", series: [{ name: "a", kind: "counted", role: "quantum", points }] }),
    ).toThrow(RangeError);
  });
});
