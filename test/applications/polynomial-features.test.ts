import { describe, expect, it } from "vitest";
import {
  polynomialFeatures,
  polynomialRank,
  truncatedExponential,
} from "../../src/applications/polynomial-features.ts";
import { LimitError } from "../../src/errors/limit-error.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

const vector = (length: number, index: number) => {
  const random = seededRandom(7).split("vector", index);
  return Float64Array.from({ length }, () => random.normal());
};
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, k) => sum + value * b[k], 0);

describe("polynomialFeatures", () => {
  it.each([
    [1, 2],
    [1, 10],
    [3, 4],
    [4, 6],
    [8, 4],
    [5, 0],
  ])("turns the truncated exponential of an inner product into one: d = %i, g = %i", (d, g) => {
    const map = polynomialFeatures(d, g);
    const [fx, fy] = [new Float64Array(map.rank), new Float64Array(map.rank)];
    for (let trial = 0; trial < 10; trial++) {
      const [x, y] = [vector(d, 2 * trial), vector(d, 2 * trial + 1)];
      map.write(x, Math.sqrt(0.7), fx);
      map.write(y, Math.sqrt(0.7), fy);
      const scale = Math.sqrt(dot(fx, fx) * dot(fy, fy));
      expect(Math.abs(dot(fx, fy) - truncatedExponential(0.7 * dot(x, y), g)) / scale).toBeLessThan(1e-14);
    }
  });

  it("lists every monomial once, over the root of its factorials", () => {
    // x = (2, 3, 5): the monomials of degree ≤ 2 have different values.
    const map = polynomialFeatures(3, 2);
    const features = new Float64Array(map.rank);
    map.write([2, 3, 5], 1, features);
    const expected = [1, 2, 3, 5, 4 / Math.SQRT2, 6, 10, 9 / Math.SQRT2, 15, 25 / Math.SQRT2];
    const sorted = (list: ArrayLike<number>) => Array.from(list).sort((a, b) => a - b);
    sorted(features).forEach((value, k) => {
      expect(value).toBeCloseTo(sorted(expected)[k], 12);
    });
  });

  it("has C(d + g, g) features, by Pascal's rule", () => {
    for (let d = 2; d <= 9; d++) {
      for (let g = 1; g <= 8; g++) {
        expect(polynomialRank(d, g)).toBe(polynomialRank(d - 1, g) + polynomialRank(d, g - 1));
      }
    }
    expect(polynomialRank(1, 5)).toBe(6);
    expect(polynomialRank(64, 4)).toBe(814385);
  });

  it("counts two multiplications a feature", () => {
    expect(polynomialFeatures(4, 4).flops).toBe(2 * 69 + 4);
  });

  it("refuses odd degrees, whose series has a zero", () => {
    expect(() => polynomialFeatures(3, 3)).toThrow(/expected an even degree, got 3; .* take 4/);
    for (const g of [1, 3, 5, 7]) expect(truncatedExponential(-10, g)).toBeLessThan(0);
    for (const g of [2, 4, 6, 8]) {
      for (let t = -40; t <= 40; t += 0.25) expect(truncatedExponential(t, g)).toBeGreaterThan(0);
    }
  });

  it("refuses bad sizes before anything is allocated", () => {
    for (const [d, g] of [
      [0, 2],
      [2.5, 2],
      [3, -2],
      [3, Number.NaN],
    ]) {
      expect(() => polynomialFeatures(d, g)).toThrow(/expected a dimension ≥ 1 and a degree ≥ 0/);
    }
    expect(() => polynomialFeatures(64, 10)).toThrow(LimitError);
    expect(() => polynomialFeatures(3, 2).write([1, 2], 1, new Float64Array(10))).toThrow(RangeError);
  });
});
