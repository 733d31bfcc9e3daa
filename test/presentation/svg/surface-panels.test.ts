import { describe, expect, it } from "vitest";
import { surfacePanels } from "../../../src/presentation/svg/surface-panels.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { surfacesSample } from "../../support/figure-samples.ts";

const flat = { name: "flat", values: [1, 1, 1, 1], scale: "value" } as const;

describe("surfacePanels", () => {
  it("draws the golden figure, wide and narrow", () => {
    for (const [name, width] of [
      ["wide", 760],
      ["narrow", 320],
    ] as const) {
      const svg = surfacePanels({ ...surfacesSample, width });
      expectFigure(svg);
      expectGolden(`surface-panels-${name}`, svg);
    }
  });

  it("gives the same text for the same data", () => {
    expect(surfacePanels(surfacesSample)).toBe(surfacePanels(surfacesSample));
  });

  it("keeps the ratio of width to height that the grid has", () => {
    const root = expectFigure(surfacePanels({ ...surfacesSample, width: 760 }));
    const map = root.querySelector('rect[width="370"]');
    expect(Number(map?.getAttribute("height"))).toBeCloseTo((370 * 13) / 18, 1);
  });

  it("marks samples in the middle of their cells, row 0 at the top", () => {
    const root = expectFigure(
      surfacePanels({
        rows: 2,
        columns: 4,
        unit: "m",
        width: 400,
        panels: [
          {
            name: "a",
            values: [1, 2, 3, 4, 5, 6, 7, 8],
            scale: "value",
            samples: [
              { row: 0, column: 3 },
              { row: 1, column: 0 },
            ],
          },
        ],
      }),
    );
    const dots = [...root.querySelectorAll("circle")].map((dot) => [
      Number(dot.getAttribute("cx")),
      Number(dot.getAttribute("cy")),
    ]);
    expect(dots).toEqual([
      [350, 50],
      [50, 150],
    ]);
  });

  it("draws a flat surface and a residual of zeros", () => {
    expectFigure(
      surfacePanels({
        rows: 2,
        columns: 2,
        unit: "m",
        panels: [flat, { name: "zero", values: [0, 0, 0, 0], scale: "difference" }],
      }),
    );
  });

  it("refuses grids, values and samples that do not fit", () => {
    const draw = (change: object) => () =>
      surfacePanels({ rows: 2, columns: 2, unit: "m", panels: [flat], ...change });
    expect(draw({ rows: 1 })).toThrow(/2 × 2 grid points/);
    expect(draw({ panels: [] })).toThrow(/at least one panel/);
    expect(draw({ panels: [{ ...flat, values: [1, 2, 3] }] })).toThrow(/got 3/);
    expect(draw({ panels: [{ ...flat, values: [1, 2, 3, Number.NaN] }] })).toThrow(/finite/);
    expect(draw({ panels: [{ ...flat, samples: [{ row: 2, column: 0 }] }] })).toThrow(/inside the grid/);
    expect(draw({ width: 100 })).toThrow(/width/);
  });
});
