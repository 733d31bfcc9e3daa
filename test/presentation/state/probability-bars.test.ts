import { describe, expect, it } from "vitest";
import { type ProbabilityBars, probabilityBars } from "../../../src/presentation/state/probability-bars.ts";
import { palette } from "../../../src/presentation/svg/palette.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { bellBars, manyBars } from "../../support/state-samples.ts";

const bars = (root: Element, colour: string = palette.quantum.light) =>
  [...root.querySelectorAll(`rect[fill="${colour}"]`)].map((bar) => Number(bar.getAttribute("width")));

describe("probabilityBars", () => {
  it("draws the golden figures, wide and narrow, dark, with measured values", () => {
    const goldens: Record<string, ProbabilityBars> = {
      bell: bellBars,
      many: manyBars,
      "many-narrow": { ...manyBars, width: 320, theme: "dark" },
    };
    for (const [name, data] of Object.entries(goldens)) {
      const svg = probabilityBars(data);
      expectFigure(svg);
      expectGolden(`probability-bars-${name}`, svg);
    }
  });

  it("makes bars as long as their probabilities", () => {
    const [first, second, third] = bars(expectFigure(probabilityBars({ probabilities: [0.6, 0.3, 0.1, 0] })));
    expect(first / second).toBeCloseTo(2, 1);
    expect(second / third).toBeCloseTo(3, 1);
  });

  it("shows the most probable of many states and what the others add up to", () => {
    const root = expectFigure(probabilityBars({ ...manyBars, most: 5 }));
    expect(bars(root)).toHaveLength(5);
    expect(bars(root, palette.muted.light)).toHaveLength(1);
    expect(root.textContent).toContain("1\u202f019 others");
    const ghz = new Float64Array(4096);
    ghz[0] = ghz[4095] = 0.5;
    expect(bars(expectFigure(probabilityBars({ probabilities: ghz })))).toHaveLength(2);
  });

  it("calls states by kets, numbers or given names", () => {
    expect(probabilityBars({ probabilities: [0, 1] })).toContain("|1⟩");
    expect(probabilityBars({ probabilities: [0.2, 0.3, 0.5] })).toContain(">2<");
    expect(probabilityBars({ probabilities: [0.5, 0.5], labels: ["<up>", "down"] })).toContain("&lt;up&gt;");
    const long = new Float64Array(2 ** 20);
    long[5] = 1;
    const root = expectFigure(probabilityBars({ probabilities: long, width: 240 }));
    expect(root.querySelector("desc")?.textContent).toContain("|00000000000000000101⟩");
  });

  it("holds at any width", () => {
    for (const width of [240, 320, 1200, 4000]) {
      expect(expectFigure(probabilityBars({ ...bellBars, width })).getAttribute("width")).toBe(String(width));
    }
  });

  it("refuses what are no probabilities", () => {
    expect(() => probabilityBars({ probabilities: [] })).toThrow(/at least one/);
    expect(() => probabilityBars({ probabilities: [0.5, -0.1] })).toThrow(/from 0 to 1/);
    expect(() => probabilityBars({ probabilities: [Number.NaN] })).toThrow(/from 0 to 1/);
    expect(() => probabilityBars({ probabilities: [0.9, 0.9] })).toThrow(/add up/);
    expect(() => probabilityBars({ probabilities: [1], measured: [0.5, 0.5] })).toThrow(/as many/);
    expect(() => probabilityBars({ probabilities: [1, 0], labels: ["a"] })).toThrow(/2 labels/);
    expect(() => probabilityBars({ probabilities: [1], most: 0 })).toThrow(/most/);
    expect(() => probabilityBars({ probabilities: [1], width: 100 })).toThrow(/width/);
  });
});
