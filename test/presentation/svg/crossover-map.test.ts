import { describe, expect, it } from "vitest";
import { type CrossoverMapFigure, crossoverMap } from "../../../src/presentation/svg/crossover-map.ts";
import { vegaCrossoverMap } from "../../../src/presentation/vega/vega-lite.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";

const xs = Array.from({ length: 13 }, (_, k) => 2 ** (16 + 2 * k));
const ys = [1.25, 2.5, 5];
/** The quantum side asks max(1000·y·√x, reading all x where that is less). */
const ratio = (x: number, y: number) => Math.min(1, (1000 * y) / Math.sqrt(x));
const map: CrossoverMapFigure = {
  x: { label: "n", values: xs, ticks: "power" },
  y: { label: "1/ε", values: ys },
  ratios: ys.map((y) => xs.map((x) => ratio(x, y))),
  lines: [1, 10].map((price) => ({ price, at: ys.map((y) => (1000 * y * price) ** 2) })),
};

describe("crossoverMap", () => {
  it("draws the golden figure, wide and narrow", () => {
    for (const [name, width] of [
      ["wide", 760],
      ["narrow", 320],
    ] as const) {
      const svg = crossoverMap({ ...map, width });
      expectFigure(svg);
      expectGolden(`crossover-map-${name}`, svg);
    }
  });

  it("writes the price left of a line that ends near the right edge, inside the figure", () => {
    const lines = [{ price: 1000, at: ys.map(() => 2 ** 39.9) }];
    for (const width of [760, 320]) {
      const root = expectFigure(crossoverMap({ ...map, lines, width }));
      const label = [...root.querySelectorAll("text")].find(({ textContent }) =>
        textContent?.startsWith("price"),
      );
      expect(label?.getAttribute("text-anchor")).toBe("end");
      expect(Number(label?.getAttribute("x"))).toBeLessThan(width);
    }
  });

  it("names the classes that occur and the price of each line, and leaves blank what is not known", () => {
    const text = expectFigure(crossoverMap(map)).textContent ?? "";
    for (const piece of ["the same", "up to 10× fewer", "price 1", "price 10", "n →", "1/ε"])
      expect(text).toContain(piece);
    expect(text).not.toContain("classical up to");
    const gaps = { ...map, ratios: map.ratios.map((row) => row.map((value, i) => (i > 5 ? null : value))) };
    const cells = (svg: string) => expectFigure(svg).querySelectorAll("rect").length;
    expect(cells(crossoverMap(gaps))).toBeLessThan(cells(crossoverMap(map)));
    const none = crossoverMap({ ...map, lines: [{ price: 100, at: [null, null, null] }] });
    expect(expectFigure(none).textContent).toContain("at price 100 no crossover in range");
  });

  it("refuses what does not fit together", () => {
    expect(() => crossoverMap({ ...map, ratios: [] })).toThrow(/expected 3 rows of 13 ratios/);
    expect(() => crossoverMap({ ...map, x: { label: "n", values: [1] } })).toThrow(
      /at least two values > 0 along n/,
    );
    expect(() => crossoverMap({ ...map, ratios: map.ratios.map((row) => row.map(() => 0)) })).toThrow(
      /ratios > 0/,
    );
    expect(() => crossoverMap({ ...map, lines: [{ price: 1, at: [1] }] })).toThrow(
      /expected 3 places of each line/,
    );
    expect(() => crossoverMap({ ...map, width: 10 })).toThrow(RangeError);
  });

  it("goes out as Vega-Lite with every cell and every known crossover", () => {
    const spec = JSON.parse(JSON.stringify(vegaCrossoverMap(map)));
    expect(spec.layer[0].data.values).toHaveLength(3 * 13);
    expect(spec.layer[1].data.values).toHaveLength(2 * 3);
    expect(spec.layer[0].data.values[0]).toMatchObject({ x: 2 ** 16, x2: 2 ** 17, ratio: 1 });
  });
});
