import { describe, expect, it } from "vitest";
import { errorBudget } from "../../../src/presentation/svg/error-budget.ts";
import { palette } from "../../../src/presentation/svg/palette.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { certificatesSample } from "../../support/figure-samples.ts";

const group = { name: "A", epsilon: 0.5, intervals: [{ lower: 0.8, upper: 1.3 }] };

describe("errorBudget", () => {
  it("draws the golden figure, wide and narrow", () => {
    for (const [name, width] of [
      ["wide", 760],
      ["narrow", 320],
    ] as const) {
      const svg = errorBudget({ ...certificatesSample, width });
      expectFigure(svg);
      expectGolden(`error-budget-${name}`, svg);
    }
  });

  it("names what the intervals are of, in long and in short", () => {
    const quantity = { long: "the ratio of two residuals", short: "ratio" };
    const words = (width: number) =>
      expectFigure(errorBudget({ groups: [group], quantity, width })).textContent;
    expect(words(760)).toContain("the ratio of two residuals (1 is exact) →");
    expect(words(320)).toContain("ratio (1 is exact) →");
    expect(expectFigure(errorBudget({ groups: [group] })).textContent).toContain("eigenvalues of the sketch");
  });

  it("draws an interval in proportion to the band that was asked for", () => {
    const root = expectFigure(errorBudget({ groups: [group] }));
    const width = (selector: string) => Number(root.querySelector(selector)?.getAttribute("width"));
    const band = width(`g[fill="${palette.shade.light}"] rect`);
    const line = width(`rect[fill="${palette.quantum.light}"]`);
    expect(line / band).toBeCloseTo(0.5, 2);
  });

  it("tells intervals that leave the band by their colour and by their number", () => {
    const intervals = [
      { lower: 0.8, upper: 1.3 },
      { lower: 0.4, upper: 1.3 },
      { lower: 0.5, upper: 1.5 },
    ];
    const root = expectFigure(errorBudget({ groups: [{ ...group, intervals }] }));
    expect(root.textContent).toContain("2 of 3 inside");
    expect(root.querySelectorAll(`rect[fill="${palette.classical.light}"]`)).toHaveLength(1);
    expect(root.querySelectorAll(`rect[fill="${palette.quantum.light}"]`)).toHaveLength(2);
  });

  it("refuses what is no certificate", () => {
    const draw = (change: Partial<typeof group>) => () => errorBudget({ groups: [{ ...group, ...change }] });
    expect(() => errorBudget({ groups: [] })).toThrow(/at least one group/);
    expect(draw({ epsilon: 0 })).toThrow(/ε > 0/);
    expect(draw({ intervals: [] })).toThrow(/expected intervals/);
    expect(draw({ intervals: [{ lower: 2, upper: 1 }] })).toThrow(/lower ≤ upper/);
    expect(draw({ intervals: [{ lower: Number.NaN, upper: 1 }] })).toThrow(/finite/);
    expect(() => errorBudget({ groups: [group], width: 5000 })).toThrow(/width/);
  });
});
