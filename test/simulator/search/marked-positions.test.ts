import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarkedPositions, rankOf, unmarkedAt } from "../../../src/simulator/search/marked-positions.ts";

const positionsBelow = (size: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: size - 1 })).map((list) => list.sort((a, b) => a - b));

describe("MarkedPositions", () => {
  it("behaves like a sorted list from which numbers are removed", () => {
    fc.assert(
      fc.property(positionsBelow(40), fc.array(fc.integer({ min: 0, max: 39 })), (start, removals) => {
        const set = new MarkedPositions({ size: 40, positions: Float64Array.from(start) });
        let model = start;
        for (const position of removals) {
          expect(set.has(position)).toBe(model.includes(position));
          expect(set.remove(position)).toBe(model.includes(position));
          model = model.filter((other) => other !== position);
          expect([...set.positions]).toEqual(model);
          expect(set.count).toBe(model.length);
        }
      }),
      { seed: 1 },
    );
  });

  it("leaves the caller's positions alone", () => {
    const positions = Float64Array.of(1, 2, 3);
    const set = new MarkedPositions({ size: 4, positions });
    set.remove(2);
    expect([...positions]).toEqual([1, 2, 3]);
  });

  it("holds positions up to 2^53", () => {
    const set = new MarkedPositions({ size: 2 ** 53, positions: Float64Array.of(2 ** 31, 2 ** 53 - 1) });
    expect(set.has(2 ** 53 - 1)).toBe(true);
    expect(unmarkedAt(set.positions, 2 ** 53 - 3, 2 ** 53)).toBe(2 ** 53 - 2);
  });

  it.each([
    [{ size: 0, positions: [] }],
    [{ size: 2.5, positions: [] }],
    [{ size: 4, positions: [4] }],
    [{ size: 4, positions: [-1] }],
    [{ size: 4, positions: [0.5] }],
    [{ size: 4, positions: [2, 1] }],
    [{ size: 4, positions: [1, 1] }],
    [{ size: 4, positions: [Number.NaN] }],
  ])("refuses %j", ({ size, positions }) => {
    expect(() => new MarkedPositions({ size, positions: Float64Array.from(positions) })).toThrow(RangeError);
  });
});

describe("unmarkedAt and rankOf", () => {
  it("count the unmarked positions and the marked ones below", () => {
    fc.assert(
      fc.property(positionsBelow(30), (list) => {
        const positions = Float64Array.from(list);
        const unmarked = Array.from({ length: 30 }, (_, x) => x).filter((x) => !list.includes(x));
        unmarked.forEach((x, rank) => {
          expect(unmarkedAt(positions, rank, 30)).toBe(x);
        });
        for (let x = 0; x <= 30; x++) {
          expect(rankOf(positions, x)).toBe(list.filter((p) => p < x).length);
        }
      }),
      { seed: 2 },
    );
  });
});
