import { describe, expect, it } from "vitest";
import { normalQuantile, normalTail } from "../../src/random/normal-law.ts";

describe("normalTail", () => {
  it("has the published values", () => {
    // By another program (scipy).
    for (const [x, tail] of [
      [0, 0.5],
      [0.5, 0.3085375387259869],
      [1, 0.15865525393145705],
      [2.4999, 0.006211418374944587],
      [2.5, 0.006209665325776132],
      [3, 0.0013498980316300933],
      [5, 2.866515718791933e-7],
      [8, 6.22096057427174e-16],
      [20, 2.7536241186061556e-89],
    ] as const) {
      expect(Math.abs(normalTail(x) / tail - 1), `${x}`).toBeLessThan(3e-13);
    }
    expect(normalTail(-1)).toBeCloseTo(0.8413447460685429, 15);
  });

  it("falls everywhere, also where the series hands over to the fraction", () => {
    for (let x = -8; x < 30; x += 0.01) expect(normalTail(x + 0.01)).toBeLessThanOrEqual(normalTail(x));
    expect(normalTail(2.5 - 1e-9) / normalTail(2.5 + 1e-9)).toBeCloseTo(1, 7);
  });
});

describe("normalQuantile", () => {
  it("undoes the tail", () => {
    for (const p of [1e-300, 1e-12, 0.001, 0.1, 0.4, 0.5, 0.6, 0.9, 0.999]) {
      const x = normalQuantile(p);
      expect(Math.abs(normalTail(-x) / p - 1), `${p}`).toBeLessThan(1e-11);
    }
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 13);
    expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-15);
  });

  it("refuses 0, 1 and what is no probability", () => {
    for (const p of [0, 1, -0.1, 1.1, Number.NaN])
      expect(() => normalQuantile(p)).toThrow(/probability between 0 and 1/);
  });
});
