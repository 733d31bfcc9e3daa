import { describe, expect, it } from "vitest";
import { angleText } from "../../../src/presentation/diagram/angle-text.ts";

describe("angleText", () => {
  it("writes fractions of π as such, in all notations", () => {
    for (const [angle, unicode, ascii, latex] of [
      [Math.PI, "π", "pi", "\\pi"],
      [-Math.PI / 2, "−π/2", "-pi/2", "-\\pi/2"],
      [(3 * Math.PI) / 8, "3π/8", "3*pi/8", "3\\pi/8"],
      [2 * Math.PI, "2π", "2*pi", "2\\pi"],
      [Math.PI / 1024, "π/1024", "pi/1024", "\\pi/1024"],
      [Math.PI / 7, "π/7", "pi/7", "\\pi/7"],
      [0, "0", "0", "0"],
      [-0, "0", "0", "0"],
    ] as const) {
      expect(angleText(angle, "unicode")).toBe(unicode);
      expect(angleText(angle, "ascii")).toBe(ascii);
      expect(angleText(angle, "latex")).toBe(latex);
    }
  });

  it("finds every n π/d with d ≤ 16 after rounding of a few operations, in lowest terms", () => {
    for (let d = 1; d <= 16; d++) {
      for (let n = 1; n <= 40; n++) {
        const [, top = "1", bottom = "1"] = /^(\d*)π(?:\/(\d+))?$/.exec(
          angleText((n / d) * Math.PI, "unicode"),
        ) as string[];
        expect((Number(top || 1) / Number(bottom)) * d).toBeCloseTo(n, 12);
        expect(Number(bottom)).toBeLessThanOrEqual(d);
      }
    }
  });

  it("does not take a number that is merely near for a fraction", () => {
    expect(angleText(0.7854, "unicode")).toBe("0.7854");
    expect(angleText(Math.PI + 1e-6, "unicode")).toBe("3.142");
    expect(angleText(1, "unicode")).toBe("1");
    expect(angleText(1e-9, "ascii")).toBe("1e-9");
    expect(angleText(1e-9, "latex")).toBe("1\\cdot 10^{-9}");
    expect(angleText(1e22, "latex")).toBe("1\\cdot 10^{22}");
  });
});
