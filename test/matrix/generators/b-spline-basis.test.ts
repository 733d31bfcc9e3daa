import { describe, expect, it } from "vitest";
import { rankOf } from "../../../src/matrix/algebra/rank.ts";
import { bSplineBasis } from "../../../src/matrix/generators/b-spline-basis.ts";

/** The Cox-de Boor recurrence as it is printed, with 0/0 = 0. */
function recurrence(knots: readonly number[], k: number, degree: number, x: number): number {
  if (degree === 0) {
    const isLast = knots[k + 1] === 1 && x === 1;
    return knots[k] < knots[k + 1] && knots[k] <= x && (x < knots[k + 1] || isLast) ? 1 : 0;
  }
  const part = (left: number, right: number, value: number) => (right === left ? 0 : value / (right - left));
  return (
    part(knots[k], knots[k + degree], x - knots[k]) * recurrence(knots, k, degree - 1, x) +
    part(knots[k + 1], knots[k + degree + 1], knots[k + degree + 1] - x) *
      recurrence(knots, k + 1, degree - 1, x)
  );
}

describe("bSplineBasis", () => {
  it.each([
    [0, 1],
    [0, 5],
    [1, 1],
    [1, 4],
    [2, 3],
    [3, 1],
    [3, 7],
    [5, 2],
  ])("agrees with the Cox-de Boor recurrence: degree %d, %d pieces", (degree, pieces) => {
    const matrix = bSplineBasis({ points: 43, degree, pieces });
    const knots = [
      ...new Array<number>(degree).fill(0),
      ...Array.from({ length: pieces + 1 }, (_, k) => k / pieces),
      ...new Array<number>(degree).fill(1),
    ];
    expect(matrix.columns).toBe(pieces + degree);
    for (let i = 0; i < 43; i++) {
      for (let k = 0; k < matrix.columns; k++) {
        expect(matrix.at(i, k)).toBeCloseTo(recurrence(knots, k, degree, i / 42), 13);
      }
    }
  });

  it("has rows that are ≥ 0, sum to 1 and have at most degree + 1 entries", () => {
    const matrix = bSplineBasis({ points: 1001, degree: 3, pieces: 10 });
    for (let i = 0; i < matrix.rows; i++) {
      const row = matrix.row(i);
      expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 14);
      expect(row.every((x) => x >= 0)).toBe(true);
      expect(row.filter((x) => x > 0).length).toBeLessThanOrEqual(4);
    }
    expect(matrix.at(0, 0)).toBe(1);
    expect(matrix.at(1000, 12)).toBe(1);
    expect(rankOf(matrix)).toBe(13);
  });

  it("takes points of its own", () => {
    expect([...bSplineBasis({ points: [1, 0.25], degree: 1, pieces: 1 }).data]).toEqual([0, 1, 0.75, 0.25]);
    expect([...bSplineBasis({ points: 1, degree: 1, pieces: 1 }).data]).toEqual([1, 0]);
  });

  it("refuses points outside [0, 1], no point, no piece and a negative degree", () => {
    expect(() => bSplineBasis({ points: [0, 1.5], degree: 1, pieces: 1 })).toThrow(
      /from 0 to 1, got 1.5 at 1/,
    );
    expect(() => bSplineBasis({ points: [Number.NaN], degree: 1, pieces: 1 })).toThrow(RangeError);
    expect(() => bSplineBasis({ points: [], degree: 1, pieces: 1 })).toThrow(RangeError);
    expect(() => bSplineBasis({ points: 0, degree: 1, pieces: 1 })).toThrow(RangeError);
    expect(() => bSplineBasis({ points: 5, degree: 1, pieces: 0 })).toThrow(RangeError);
    expect(() => bSplineBasis({ points: 5, degree: -1, pieces: 2 })).toThrow(RangeError);
  });
});
