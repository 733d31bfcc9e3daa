import { describe, expect, it } from "vitest";
import { WorkCount } from "../../src/applications/work-count.ts";

describe("WorkCount", () => {
  it("adds up operations and keeps the most words held at one time", () => {
    const work = new WorkCount();
    work.spend(10);
    work.holding(5, () => work.holding(7, () => work.spend(1)));
    work.hold(3);
    expect(work.counted()).toEqual({ flops: 11, peakWords: 12 });
  });

  it("gives words back when the work that held them fails", () => {
    const work = new WorkCount();
    expect(() =>
      work.holding(5, () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    work.hold(1);
    expect(work.counted().peakWords).toBe(5);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s operations or words", (amount) => {
    expect(() => new WorkCount().spend(amount)).toThrow(/expected a count of operations ≥ 0/);
    expect(() => new WorkCount().hold(amount)).toThrow(/expected a count of words ≥ 0/);
  });

  it("refuses to release words that were not held", () => {
    expect(() => new WorkCount().release(1)).toThrow(/expected at most 0 words to release, got 1/);
  });
});
