import { describe, expect, it } from "vitest";
import { palette } from "../../../src/presentation/svg/palette.ts";
import { themedFigure } from "../../../src/presentation/svg/themed-figure.ts";

const figure = `<svg class="kronket-figure"><desc id="d">a</desc><g fill="${palette.quantum.light}" stroke="#123456"><text>fill="${palette.quantum.light}"</text></g></svg>`;

describe("themedFigure", () => {
  it("leaves a light figure as it is, so that a page can recolour it", () => {
    expect(themedFigure(figure, "light")).toBe(figure);
  });

  it("replaces the colours of the palette in attributes, and nothing else", () => {
    const dark = themedFigure(figure, "dark");
    expect(dark).toContain(`<g fill="${palette.quantum.dark}" stroke="#123456">`);
    expect(dark).toContain(`<text>fill="${palette.quantum.light}"</text>`);
  });

  it("brings rules for the colours that occur", () => {
    const auto = themedFigure(figure, "auto");
    expect(auto).toContain(`.kronket-figure [fill="${palette.quantum.light}"]{fill:${palette.quantum.dark}}`);
    expect(auto).not.toContain(palette.third.light);
    expect(auto).toContain("@media screen and (prefers-color-scheme:dark)");
  });

  it("has no dark value that a page would take for a light one and replace", () => {
    const light = new Set<string>(Object.values(palette).map((tone) => tone.light));
    for (const tone of Object.values(palette)) {
      if (tone.light !== tone.dark) expect(light.has(tone.dark)).toBe(false);
    }
  });
});
