import { describe, expect, it } from "vitest";
import { palette, paletteStyle, type Role, roleColour } from "../../../src/presentation/svg/palette.ts";

type Colour = readonly [number, number, number];

const roles: readonly Role[] = ["quantum", "classical", "third", "fourth", "muted"];

/** Linear red, green and blue of sRGB (IEC 61966-2-1). */
function linear(hex: string): Colour {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return [r, g, b];
}

/** Relative luminance and contrast of WCAG 2. */
const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What people without one kind of cone see (Machado, Oliveira and Fernandes 2009, full severity). */
const views: Record<string, readonly Colour[]> = {
  everyone: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seen = (view: readonly Colour[], colour: Colour) =>
  view.map((row) =>
    Math.max(
      0,
      row.reduce((sum, part, k) => sum + part * colour[k], 0),
    ),
  ) as unknown as Colour;

/** CIELAB for the white D65. */
function lab([r, g, b]: Colour): Colour {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe("palette", () => {
  it.each(["light", "dark"] as const)("has words and lines of contrast 4.5 on a %s page", (theme) => {
    for (const name of [...roles, "ink"] as const) {
      expect(contrast(palette[name][theme], palette.paper[theme]), name).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.ink[theme], palette.quantumSoft[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink[theme], palette.quantumPale[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink[theme], palette.classicalSoft[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.paper[theme], palette.quantum[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.paper[theme], palette.classical[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["light", "dark"] as const)(
    "tells quantum from classical with every kind of colour vision on a %s page",
    (theme) => {
      for (const [name, view] of Object.entries(views)) {
        const [a, b] = [palette.quantum[theme], palette.classical[theme]].map((hex) =>
          lab(seen(view, linear(hex))),
        );
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), name).toBeGreaterThan(40);
      }
    },
  );

  it("has no light value twice, so that a page can replace each by itself", () => {
    const values = Object.values(palette).map(({ light }) => light);
    expect(new Set(values).size).toBe(values.length);
  });

  it("is what figures carry and what the style sheet replaces", () => {
    const style = paletteStyle();
    for (const role of roles) {
      expect(roleColour(role)).toBe(palette[role].light);
      expect(style).toContain(`[fill="${roleColour(role)}"]{fill:var(--${role})}`);
      expect(style).toContain(`--${role}:${palette[role].dark}`);
    }
    expect(style).toContain("prefers-color-scheme:dark");
  });
});
