import { describe, expect, it } from "vitest";
import { studentQuantile } from "../../../src/comparison/statistics/student-quantile.ts";

describe("studentQuantile", () => {
  it("agrees with published tables", () => {
    const table: [number, number, number][] = [
      [0.975, 1, 12.706205],
      [0.975, 2, 4.302653],
      [0.95, 3, 2.353363],
      [0.99, 4, 3.746947],
      [0.975, 10, 2.228139],
      [0.95, 30, 1.697261],
      [0.995, 120, 2.617421],
    ];
    for (const [p, freedom, value] of table) expect(studentQuantile(p, freedom)).toBeCloseTo(value, 6);
  });

  it("is odd about the median, and normal for many degrees of freedom", () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(studentQuantile(0.05, 5)).toBe(-studentQuantile(0.95, 5));
    expect(studentQuantile(0.975, 100_000)).toBeCloseTo(1.959964, 4);
  });

  it("has the closed forms of one and two degrees of freedom", () => {
    for (const p of [0.6, 0.9, 0.999]) {
      expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 9);
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 9);
    }
  });

  it("refuses probabilities and degrees of freedom that are none", () => {
    for (const p of [0, 1, -1, Number.NaN]) expect(() => studentQuantile(p, 3)).toThrow(/expected 0 < p < 1/);
    for (const freedom of [0, 1.5, Number.NaN])
      expect(() => studentQuantile(0.9, freedom)).toThrow(/degrees of freedom/);
  });
});
