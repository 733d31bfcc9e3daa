import { describe, expect, it } from "vitest";
import { convergence } from "../../src/applications/convergence.ts";
import { differenceJacobian } from "../../src/applications/difference-jacobian.ts";
import { relativeError } from "../../src/applications/relative-error.ts";

describe("differenceJacobian", () => {
  it("agrees with the derivatives of a smooth map to 1e-11", () => {
    const x = Float64Array.of(0.7, -1.2);
    const jacobian = differenceJacobian((y) => [Math.sin(y[0]) * y[1], Math.exp(y[0]), y[1] ** 3], x);
    const exact = [-1.2 * Math.cos(0.7), Math.sin(0.7), Math.exp(0.7), 0, 0, 3 * 1.44];
    expect(relativeError(jacobian.data, exact)).toBeLessThan(1e-11);
    expect([jacobian.rows, jacobian.columns]).toEqual([3, 2]);
  });

  it("is exact for polynomials of degree 4 up to rounding", () => {
    const [slope] = differenceJacobian(([y]) => [y ** 4 - 2 * y ** 3], Float64Array.of(2), 0.5).data;
    expect(slope).toBeCloseTo(8, 12);
  });

  it("refuses a step that is not above 0", () => {
    expect(() => differenceJacobian((x) => x, Float64Array.of(1), 0)).toThrow(/expected a step > 0, got 0/);
  });
});

describe("relativeError", () => {
  it("is the distance over the length of the second vector, or the first length where that is zero", () => {
    expect(relativeError([3, 4], [3, 3])).toBeCloseTo(1 / Math.sqrt(18), 14);
    expect(relativeError([3, 4], [0, 0])).toBe(5);
  });

  it("refuses unequal lengths", () => {
    expect(() => relativeError([1], [1, 2])).toThrow(/one length, got 1 and 2/);
  });
});

describe("convergence", () => {
  it("reads order 2 from squares and the factor from a geometric sequence", () => {
    const { orders } = convergence([1e-2, 1e-4, 1e-8, 1e-16]);
    expect(orders.map((order) => Number(order.toFixed(12)))).toEqual([2, 2]);
    expect(convergence([0.5, 0.05, 0.005]).contraction).toBeCloseTo(0.1, 14);
  });

  it("leaves out what is rounding, and says when nothing is left", () => {
    expect(convergence([1e-2, 1e-14])).toEqual({ orders: [], contraction: null });
    expect(convergence([1])).toEqual({ orders: [], contraction: null });
  });
});
