import { describe, expect, it } from "vitest";
import { rowClasses } from "../../../src/matrix/generators/row-classes.ts";

describe("rowClasses", () => {
  it("pairs counts with rows and leaves out counts of 0", () => {
    const matrix = rowClasses(
      [2, 0, 1],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    );
    expect(matrix.classes).toEqual([
      { count: 2, row: Float64Array.of(1, 2) },
      { count: 1, row: Float64Array.of(5, 6) },
    ]);
  });

  it("copies its rows", () => {
    const row = Float64Array.of(1, 2);
    const matrix = rowClasses([1], [row]);
    row[0] = 9;
    expect([...matrix.row(0)]).toEqual([1, 2]);
  });

  it("refuses unequal numbers of counts and rows, and classes that are none", () => {
    expect(() => rowClasses([1], [[1], [2]])).toThrow(/got 1 counts for 2 rows/);
    expect(() => rowClasses([0], [[1]])).toThrow(RangeError);
    expect(() => rowClasses([1, 1], [[1], [1, 2]])).toThrow(RangeError);
  });
});
