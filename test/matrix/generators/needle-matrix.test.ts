import { describe, expect, it } from "vitest";
import { needleMatrix } from "../../../src/matrix/generators/needle-matrix.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";

describe("needleMatrix", () => {
  it.each([0, 3, 9])("is the same dense and as row classes: needle in row %d", (position) => {
    const denseForm = needleMatrix({ rows: 10, position });
    const classForm = needleMatrix({ rows: 10, position, form: "row-class" });
    expect(classForm.rows).toBe(10);
    for (let i = 0; i < 10; i++) {
      const expected = i === position ? [0, 1] : [1, 0];
      expect([...denseForm.row(i)]).toEqual(expected);
      expect([...classForm.row(i)]).toEqual(expected);
    }
  });

  it("draws a place from the whole range, the same in both forms", () => {
    const positions = new Set<number>();
    for (let seed = 0; seed < 200; seed++) {
      const matrix = needleMatrix({ rows: 4 }, seededRandom(seed));
      const position = [0, 1, 2, 3].find((i) => matrix.at(i, 1) === 1)!;
      positions.add(position);
      const classes = needleMatrix({ rows: 4, form: "row-class" }, seededRandom(seed));
      expect(classes.row(position)[1]).toBe(1);
    }
    // One of four places is missed by 200 draws with probability 4 · 0.75^200 < 1e-24.
    expect(positions.size).toBe(4);
  });

  it("takes 2^50 rows as classes", () => {
    const matrix = needleMatrix({ rows: 2 ** 50, form: "row-class" }, seededRandom(1));
    expect(matrix.rows).toBe(2 ** 50);
    expect(matrix.classes.filter(({ row }) => row[1] === 1)).toEqual([
      { count: 1, row: Float64Array.of(0, 1) },
    ]);
  });

  it("refuses a place outside, no place at all, and a dense form that is too large", () => {
    expect(() => needleMatrix({ rows: 4, position: 4 })).toThrow(/position .* from 0 to 3, got 4/);
    expect(() => needleMatrix({ rows: 4 })).toThrow(/a position or a random stream, got neither/);
    expect(() => needleMatrix({ rows: 1, position: 0 })).toThrow(RangeError);
    expect(() => needleMatrix({ rows: 2 ** 40, position: 0 })).toThrow(/2\^27/);
  });
});
