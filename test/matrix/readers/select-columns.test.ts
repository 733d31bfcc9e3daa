import { describe, expect, it } from "vitest";
import { selectColumns } from "../../../src/matrix/readers/select-columns.ts";

const names = ["x", "y", "x", "z"];

describe("selectColumns", () => {
  it("keeps all columns when nothing is asked", () => {
    expect(selectColumns("a", 3, undefined, undefined)).toEqual([0, 1, 2]);
  });

  it("keeps the order of the wish and allows repetition", () => {
    expect(selectColumns("a", 4, names, ["z", 0, "y", 3])).toEqual([3, 0, 1, 3]);
  });

  it.each<[string, readonly string[] | undefined, readonly (string | number)[], string]>([
    ["an unknown name", names, ["w"], 'a: expected columns among "x", "y", "x", "z", got "w"'],
    ["a name of two columns", names, ["x"], 'expected a name that only one column bears, got "x"'],
    ["a name where there are none", undefined, ["x"], 'got the name "x" for a table without names'],
    ["an index beyond the end", names, [4], "expected a column index from 0 to 3, got 4"],
    ["a negative index", names, [-1], "got -1"],
    ["a fraction", names, [0.5], "got 0.5"],
    ["an empty wish", names, [], "expected at least one column to keep, got an empty list"],
  ])("refuses %s", (_, known, wanted, message) => {
    const select = () => selectColumns("a", 4, known, wanted);
    expect(select).toThrow(RangeError);
    expect(select).toThrow(message);
  });

  it("shows no more than a dozen of the names", () => {
    const many = Array.from({ length: 13 }, (_, k) => `c${k}`);
    expect(() => selectColumns("a", 13, many, ["w"])).toThrow('"c11", …, got "w"');
  });
});
