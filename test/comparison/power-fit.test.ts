import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { powerFit } from "../../src/comparison/power-fit.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectRate } from "../support/expect-mean.ts";

describe("powerFit", () => {
  it("finds the exponent and the factor of an exact power law, with no error", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 10 }),
        (exponent, factor, xs) => {
          const fit = powerFit(xs.map((x) => [x, factor * x ** exponent]));
          expect(fit.exponent).toBeCloseTo(exponent, 6);
          expect(Math.log(fit.factor)).toBeCloseTo(Math.log(factor), 5);
          expect(fit.standardError).toBeLessThan(1e-5);
          expect([fit.from, fit.to]).toEqual([Math.min(...xs), Math.max(...xs)]);
        },
      ),
      { seed: 1 },
    );
  });

  it("is the line through two points, whose error is unknown", () => {
    const { exponent, factor, standardError } = powerFit([
      [4, 6],
      [16, 12],
    ]);
    expect(exponent).toBeCloseTo(0.5, 14);
    expect(factor).toBeCloseTo(3, 13);
    expect(standardError).toBeNaN();
  });

  it("agrees with the least-squares line by its normal equations", () => {
    const random = seededRandom(1);
    const points = Array.from({ length: 12 }, (_, i): [number, number] => [
      2 ** i,
      2 ** (i / 2) * Math.exp(random.normal()),
    ]);
    const u = points.map(([x]) => Math.log(x));
    const v = points.map(([, y]) => Math.log(y));
    const sum = (f: (i: number) => number) => u.reduce((total, _, i) => total + f(i), 0);
    const n = u.length;
    const determinant = n * sum((i) => u[i] ** 2) - sum((i) => u[i]) ** 2;
    const slope = (n * sum((i) => u[i] * v[i]) - sum((i) => u[i]) * sum((i) => v[i])) / determinant;
    const intercept = (sum((i) => v[i]) - slope * sum((i) => u[i])) / n;
    const variance = sum((i) => (v[i] - slope * u[i] - intercept) ** 2) / (n - 2);
    const fit = powerFit(points);
    expect(fit.exponent).toBeCloseTo(slope, 12);
    expect(fit.factor).toBeCloseTo(Math.exp(intercept), 10);
    expect(fit.standardError).toBeCloseTo(Math.sqrt((variance * n) / determinant), 12);
  });

  // Student's t with 6 degrees of freedom is within ±2.447 with probability 0.95; 2000 fits, false alarm 1e-7.
  it("has a standard error that covers the true exponent as often as it should", () => {
    const random = seededRandom(2);
    let covered = 0;
    for (let fit = 0; fit < 2000; fit++) {
      const points = Array.from({ length: 8 }, (_, i): [number, number] => [
        2 ** i,
        2 ** (i / 2) * Math.exp(0.3 * random.normal()),
      ]);
      const { exponent, standardError } = powerFit(points);
      if (Math.abs(exponent - 0.5) <= 2.447 * standardError) covered++;
    }
    expectRate(covered, 2000, 0.95);
  });

  it("refuses too few points, values that have no logarithm, and points at one place", () => {
    expect(() => powerFit([])).toThrow("powerFit: expected at least 2 points, got 0; run more sizes.");
    expect(() => powerFit([[1, 1]])).toThrow("powerFit: expected at least 2 points, got 1; run more sizes.");
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const message = (x: number, y: number) =>
        `powerFit: expected positive finite values, got (${x}, ${y}); leave such points out.`;
      expect(() =>
        powerFit([
          [1, 1],
          [2, bad],
        ]),
      ).toThrow(message(2, bad));
      expect(() =>
        powerFit([
          [bad, 1],
          [2, 1],
        ]),
      ).toThrow(message(bad, 1));
    }
    expect(() =>
      powerFit([
        [8, 1],
        [8, 2],
      ]),
    ).toThrow("powerFit: expected at least 2 different sizes, got only 8; run more sizes.");
  });
});
