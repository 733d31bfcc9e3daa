import { describe, expect, it } from "vitest";
import { palette } from "../../../src/presentation/svg/palette.ts";
import { spectrumBars } from "../../../src/presentation/svg/spectrum-bars.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { longSpectrumSample, spectrumSample } from "../../support/figure-samples.ts";

describe("spectrumBars", () => {
  it("draws the golden figures, wide and narrow, linear and logarithmic", () => {
    for (const [name, data] of [
      ["wide", { ...spectrumSample, width: 760 }],
      ["narrow", { ...spectrumSample, width: 320 }],
      ["log", longSpectrumSample],
    ] as const) {
      const svg = spectrumBars(data);
      expectFigure(svg);
      expectGolden(`spectrum-bars-${name}`, svg);
    }
  });

  it("makes bars as high as their eigenvalues", () => {
    const root = expectFigure(spectrumBars({ before: [0.8, 0.2], after: [0.6, 0.4] }));
    const heights = (colour: string) =>
      [...root.querySelectorAll(`rect[fill="${colour}"]`)]
        .map((bar) => Number(bar.getAttribute("height")))
        .filter((height) => height !== 12);
    const [before, after] = [heights(palette.muted.light), heights(palette.quantum.light)];
    expect(before[0] / before[1]).toBeCloseTo(4, 2);
    expect(after[0] / before[0]).toBeCloseTo(0.75, 2);
  });

  it("refuses spectra that do not belong together", () => {
    expect(() => spectrumBars({ before: [], after: [] })).toThrow(/length ≥ 1/);
    expect(() => spectrumBars({ before: [1], after: [1, 2] })).toThrow(/got 1 and 2/);
    expect(() => spectrumBars({ before: [-1], after: [1] })).toThrow(/≥ 0/);
    expect(() => spectrumBars({ before: [0], after: [1], scale: "log" })).toThrow(
      /> 0 on a logarithmic axis/,
    );
    expect(() => spectrumBars({ before: [Number.NaN], after: [1] })).toThrow(RangeError);
    expect(() => spectrumBars({ ...spectrumSample, width: 1 })).toThrow(/width/);
  });
});
