import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binaryTicks,
  decadeTicks,
  linearTicks,
  valueTicks,
} from "../../../src/presentation/svg/axis-ticks.ts";

describe("decadeTicks", () => {
  it("marks powers of ten, or 1, 2 and 5 where there are few", () => {
    expect(decadeTicks(50, 5e5).values).toEqual([100, 1000, 10_000, 100_000]);
    expect(decadeTicks(3, 300).values).toEqual([5, 10, 20, 50, 100, 200]);
  });

  it("leaves powers out where their texts would touch", () => {
    expect(decadeTicks(1e-19, 1, 190).values).toEqual(
      [-18, -16, -14, -12, -10, -8, -6, -4, -2, 0].map((k) => 10 ** k),
    );
    expect(decadeTicks(1e-9, 1, 400).values).toHaveLength(10);
  });

  it("writes powers once the range goes beyond ten millions", () => {
    const { values, text } = decadeTicks(1e5, 1e8);
    expect(values.map(text)).toEqual(["10⁵", "10⁶", "10⁷", "10⁸"]);
    expect(decadeTicks(2e9, 6e9).values.map(decadeTicks(2e9, 6e9).text)).toEqual(["2·10⁹", "5·10⁹"]);
  });
});

describe("binaryTicks", () => {
  it("marks powers of two at a step that leaves room", () => {
    const { values, text } = binaryTicks(2 ** 16, 2 ** 40, 300);
    expect(values.map(text)).toEqual(["2¹⁶", "2²⁰", "2²⁴", "2²⁸", "2³²", "2³⁶", "2⁴⁰"]);
  });
});

describe("valueTicks", () => {
  it("keeps the values that do not touch", () => {
    expect(valueTicks([2, 16, 4, 8, 4], 2, 16, 300).values).toEqual([2, 4, 8, 16]);
    expect(valueTicks([1000, 1001, 2000], 1000, 2000, 200).values).toEqual([1000, 2000]);
  });
});

describe("linearTicks", () => {
  it("gives round values from 0, not more than asked for beside it", () => {
    expect(linearTicks(3e6, 7)).toEqual([0, 500_000, 1e6, 1.5e6, 2e6, 2.5e6, 3e6]);
    expect(linearTicks(0.54, 5)).toEqual([0, 0.2, 0.4]);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e15, noNaN: true }),
        fc.integer({ min: 3, max: 12 }),
        (high, most) => {
          const ticks = linearTicks(high, most);
          expect(ticks[0]).toBe(0);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          expect(ticks[ticks.length - 1]).toBeLessThanOrEqual(high * (1 + 1e-9));
        },
      ),
    );
  });
});
