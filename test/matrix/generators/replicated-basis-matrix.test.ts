import { describe, expect, it } from "vitest";
import { replicatedBasisMatrix } from "../../../src/matrix/generators/replicated-basis-matrix.ts";

describe("replicatedBasisMatrix", () => {
  it("has e_k counts[k] times, and a column of zeros for a count of 0", () => {
    const matrix = replicatedBasisMatrix({ counts: [2 ** 40, 0, 3] });
    expect([matrix.rows, matrix.columns]).toEqual([2 ** 40 + 3, 3]);
    expect([...matrix.row(2 ** 40 - 1)]).toEqual([1, 0, 0]);
    expect([...matrix.row(2 ** 40)]).toEqual([0, 0, 1]);
  });

  it("refuses counts that are no counts, and a matrix without rows or columns", () => {
    expect(() => replicatedBasisMatrix({ counts: [1, -1] })).toThrow(/counts\[1\] .* ≥ 0, got -1/);
    expect(() => replicatedBasisMatrix({ counts: [1.5] })).toThrow(RangeError);
    expect(() => replicatedBasisMatrix({ counts: [] })).toThrow(RangeError);
    expect(() => replicatedBasisMatrix({ counts: [0, 0] })).toThrow(RangeError);
    expect(() => replicatedBasisMatrix({ counts: [2 ** 53 - 1, 1] })).toThrow(RangeError);
  });
});
