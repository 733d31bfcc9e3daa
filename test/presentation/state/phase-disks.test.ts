import { describe, expect, it } from "vitest";
import { phaseColour, phaseSectors } from "../../../src/presentation/state/phase-colours.ts";
import { phaseDisks } from "../../../src/presentation/state/phase-disks.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { fourierDisks } from "../../support/state-samples.ts";

describe("phaseDisks", () => {
  it("draws the golden figures, wide and narrow", () => {
    for (const [name, data] of [
      ["wide", fourierDisks],
      ["narrow", { ...fourierDisks, width: 320, theme: "dark" }],
    ] as const) {
      const svg = phaseDisks(data);
      expectFigure(svg);
      expectGolden(`phase-disks-${name}`, svg);
    }
  });

  it("makes the radius the size and turns the hand to the phase, against the clock", () => {
    const root = expectFigure(phaseDisks({ amplitudes: { re: [0.8, 0], im: [0, 0.6] } }));
    const disks = [...root.querySelectorAll("g > title")].map((title) => title.parentElement as Element);
    const radius = (disk: Element, k: number) => Number(disk.querySelectorAll("circle")[k].getAttribute("r"));
    expect(radius(disks[0], 1) / radius(disks[0], 0)).toBeCloseTo(0.8, 2);
    expect(radius(disks[1], 1) / radius(disks[1], 0)).toBeCloseTo(0.6, 2);
    const hand =
      disks[1]
        .querySelector("path")
        ?.getAttribute("d")
        ?.match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    expect(hand[2]).toBeCloseTo(hand[0], 2);
    expect(hand[3]).toBeLessThan(hand[1]);
  });

  it("counts what it does not show", () => {
    const re = Array.from({ length: 256 }, () => 1 / 16);
    const root = expectFigure(phaseDisks({ amplitudes: { re, im: re.map(() => 0) }, most: 6, width: 240 }));
    expect(root.textContent).toContain("and 250 more, together of probability 0.977");
  });

  it("gives equal phases equal colours and opposite phases different ones, at one lightness", () => {
    expect(phaseColour(0.3)).toBe(phaseColour(0.3 + 2 * Math.PI));
    expect(phaseColour(-Math.PI)).toBe(phaseColour(Math.PI));
    const colours = phaseSectors().map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(colours.length);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    const grey = colours.map((colour) => {
      const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    expect(Math.max(...grey) - Math.min(...grey)).toBeLessThan(0.12);
  });

  it("refuses what are no amplitudes", () => {
    expect(() => phaseDisks({ amplitudes: { re: [], im: [] } })).toThrow(/length ≥ 1/);
    expect(() => phaseDisks({ amplitudes: { re: [1], im: [] } })).toThrow(/got 1 and 0/);
    expect(() => phaseDisks({ amplitudes: { re: [1], im: [0.5] } })).toThrow(/size at most 1/);
    expect(() => phaseDisks({ amplitudes: { re: [Number.NaN], im: [0] } })).toThrow(RangeError);
    expect(() => phaseDisks({ ...fourierDisks, most: 1.5 })).toThrow(/most/);
    expect(() => phaseDisks({ ...fourierDisks, width: 5000 })).toThrow(/width/);
  });
});
