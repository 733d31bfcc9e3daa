import { describe, expect, it } from "vitest";
import { divergingSteps, sequentialSteps } from "../../../src/presentation/svg/colour-steps.ts";

const brightness = (hex: string) =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, part, k) => sum + part * Number.parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16),
    0,
  );

describe("sequentialSteps", () => {
  it("divides a range at round values and grows lighter throughout", () => {
    const { limits, colours } = sequentialSteps(94, 195, 12);
    expect(limits).toEqual([90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200]);
    expect(colours).toHaveLength(limits.length - 1);
    const levels = colours.map(brightness);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
  });

  it("covers a range without extent", () => {
    const { limits, colours } = sequentialSteps(5, 5, 12);
    expect(limits[0]).toBeLessThanOrEqual(5);
    expect(limits[limits.length - 1]).toBeGreaterThan(5);
    expect(colours.length).toBeGreaterThan(0);
  });
});

describe("divergingSteps", () => {
  it("is symmetric around zero, blue below and red above", () => {
    const { limits, colours } = divergingSteps(9.3, 10);
    expect(limits).toEqual([-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]);
    const [first, last] = [colours[0], colours[colours.length - 1]];
    expect(Number.parseInt(first.slice(5, 7), 16)).toBeGreaterThan(Number.parseInt(first.slice(1, 3), 16));
    expect(Number.parseInt(last.slice(1, 3), 16)).toBeGreaterThan(Number.parseInt(last.slice(5, 7), 16));
    const half = colours.slice(0, 5).map(brightness);
    expect(half).toEqual([...half].sort((a, b) => a - b));
  });

  it("covers a residual of zeros", () => {
    const { limits } = divergingSteps(0, 10);
    expect(limits).toContain(0);
    expect(limits[0]).toBeLessThan(0);
  });
});
