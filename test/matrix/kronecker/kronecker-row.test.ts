import { describe, expect, it } from "vitest";
import { kroneckerRow } from "../../../src/matrix/kronecker/kronecker-row.ts";

describe("kroneckerRow", () => {
  it("multiplies rows with the last index running fastest", () => {
    const [a, b, c] = [Float64Array.of(1, 2), Float64Array.of(3, 5, 7), Float64Array.of(1, -1)];
    expect([...kroneckerRow([a, b])]).toEqual([3, 5, 7, 6, 10, 14]);
    const expected: number[] = [];
    for (const x of a) for (const y of b) for (const z of c) expected.push(x * y * z);
    expect([...kroneckerRow([a, b, c])]).toEqual(expected);
  });

  it("is the row itself for one factor and [1] for none", () => {
    expect([...kroneckerRow([Float64Array.of(4, 5)])]).toEqual([4, 5]);
    expect([...kroneckerRow([])]).toEqual([1]);
    expect([...kroneckerRow([Float64Array.of(4, 5), new Float64Array(0)])]).toEqual([]);
  });

  it("writes into a given array, whatever was in it, and returns that", () => {
    const into = Float64Array.of(9, Number.NaN, 9, 9);
    const rows = [Float64Array.of(1, 2), Float64Array.of(3, 5)];
    expect(kroneckerRow(rows, into)).toBe(into);
    expect([...into]).toEqual([3, 5, 6, 10]);
    expect([...rows[0], ...rows[1]]).toEqual([1, 2, 3, 5]);
  });

  it("refuses an array of another length", () => {
    expect(() => kroneckerRow([Float64Array.of(1, 2)], new Float64Array(3))).toThrow(
      /room for 2 values, got 3/,
    );
  });
});
