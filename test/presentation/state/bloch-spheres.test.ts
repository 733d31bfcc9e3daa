import { describe, expect, it } from "vitest";
import { blochSpheres } from "../../../src/presentation/state/bloch-spheres.ts";
import { expectFigure } from "../../support/expect-figure.ts";
import { expectGolden } from "../../support/expect-golden.ts";
import { sixSpheres } from "../../support/state-samples.ts";

/** Where the tip of the arrow is, from the middle of the sphere. */
function tip(vector: readonly [number, number, number]): [number, number] {
  const root = expectFigure(blochSpheres({ vectors: [vector] }));
  const point = [...root.querySelectorAll("circle")].at(-1) as Element;
  return [Number(point.getAttribute("cx")), Number(point.getAttribute("cy"))];
}

describe("blochSpheres", () => {
  it("draws the golden figures, wide and narrow", () => {
    for (const [name, data] of [
      ["wide", sixSpheres],
      ["narrow", { ...sixSpheres, width: 320, theme: "dark" }],
    ] as const) {
      const svg = blochSpheres(data);
      expectFigure(svg);
      expectGolden(`bloch-spheres-${name}`, svg);
    }
  });

  it("has |0⟩ at the top, y to the right, x towards the reader, and is linear", () => {
    const [up, right, front] = [tip([0, 0, 1]), tip([0, 1, 0]), tip([1, 0, 0])];
    expect(up[0]).toBeCloseTo(0, 6);
    expect(up[1]).toBeLessThan(-40);
    expect(right[0]).toBeGreaterThan(40);
    expect(front[1]).toBeGreaterThan(0);
    const mixed = tip([0.3, -0.4, 0.5]);
    for (const k of [0, 1]) {
      expect(mixed[k]).toBeCloseTo(0.3 * front[k] - 0.4 * right[k] + 0.5 * up[k], 1);
    }
  });

  it("keeps pure states within the sphere and shows mixed ones shorter", () => {
    for (let k = 0; k < 50; k++) {
      const [polar, azimuth] = [k * 0.7, k * 1.3];
      const [x, y] = tip([
        Math.sin(polar) * Math.cos(azimuth),
        Math.sin(polar) * Math.sin(azimuth),
        Math.cos(polar),
      ]);
      expect(Math.hypot(x, y)).toBeLessThanOrEqual(52.1);
    }
    expect(Math.hypot(...tip([0, 0, 0]))).toBe(0);
    expect(blochSpheres({ vectors: [[0, 0, 0.5]] })).toContain("mixed, length 0.5");
  });

  it("refuses vectors outside the sphere", () => {
    expect(() => blochSpheres({ vectors: [] })).toThrow(/at least one/);
    expect(() => blochSpheres({ vectors: [[1, 1, 0]] })).toThrow(/unit sphere/);
    expect(() => blochSpheres({ vectors: [[Number.NaN, 0, 0]] })).toThrow(RangeError);
    expect(() => blochSpheres({ vectors: [[1, 0] as never] })).toThrow(/three coordinates/);
    expect(() => blochSpheres({ ...sixSpheres, labels: ["a"] })).toThrow(/6 labels/);
    expect(() => blochSpheres({ ...sixSpheres, width: 10 })).toThrow(/width/);
  });
});
