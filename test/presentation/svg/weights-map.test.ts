import { describe, expect, it } from "vitest";
import { weightsMap } from "../../../src/presentation/svg/weights-map.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { largeWeightsSample, weightsSample } from "../../support/figure-samples.ts";

describe("weightsMap", () => {
  it("draws the golden figures, wide and narrow, linear and logarithmic", () => {
    for (const [name, data] of [
      ["wide", { ...weightsSample, width: 760 }],
      ["narrow", { ...weightsSample, width: 320 }],
      ["large", largeWeightsSample],
    ] as const) {
      const svg = weightsMap(data);
      expectFigure(svg);
      expectGolden(`weights-map-${name}`, svg);
    }
  });

  it("makes the area of a dot proportional to its weight", () => {
    const root = expectFigure(
      weightsMap({
        sizes: [10, 10],
        names: ["A", "B"],
        pairs: [
          { index: [0, 0], weight: 16 },
          { index: [9, 9], weight: 4 },
        ],
      }),
    );
    const sizes = [...root.querySelectorAll("path[stroke-linecap]")]
      .slice(0, 2)
      .map((path) => Number(path.getAttribute("stroke-width")));
    expect((sizes[0] / sizes[1]) ** 2).toBeCloseTo(4, 6);
  });

  it("draws every pair once, and a key for the weights", () => {
    const svg = weightsMap(weightsSample);
    expect(svg.match(/h0/g)).toHaveLength(300 + 2);
    expect(expectFigure(svg).textContent).toContain("300 kept pairs");
  });

  it("draws a factor of one row", () => {
    expectFigure(weightsMap({ sizes: [1, 4], names: ["A", "B"], pairs: [{ index: [0, 2], weight: 1 }] }));
  });

  it("refuses pairs outside the factors and weights that are none", () => {
    const draw =
      (index: [number, number], weight: number, sizes: [number, number] = [4, 4]) =>
      () =>
        weightsMap({ sizes, names: ["A", "B"], pairs: [{ index, weight }] });
    expect(draw([4, 0], 1)).toThrow(/inside 4 × 4/);
    expect(draw([-1, 0], 1)).toThrow(/inside/);
    expect(draw([0, 0], 0)).toThrow(/weights > 0/);
    expect(draw([0, 0], Number.POSITIVE_INFINITY)).toThrow(/weights > 0/);
    expect(draw([0, 0], 1, [0, 4])).toThrow(/rows ≥ 1/);
    expect(() => weightsMap({ ...weightsSample, pairs: [] })).toThrow(/at least one pair/);
    expect(() => weightsMap({ ...weightsSample, width: 0 })).toThrow(/width/);
  });
});
