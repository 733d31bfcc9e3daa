import { describe, expect, it } from "vitest";
import { valueLines } from "../../../src/cli/reports/value-lines.ts";

describe("valueLines", () => {
  it("writes one value a line, names aligned", () => {
    expect(valueLines({ error: 0.125, found: true, count: 1234, none: null, name: "a" })).toEqual([
      "error  0.125",
      "found  yes",
      "count  1\u202f234",
      "none   none",
      "name   a",
    ]);
  });

  it("shows the beginning of long lists, and says how long they are", () => {
    expect(valueLines({ list: [1, 2], empty: [] })).toEqual(["list   1, 2", "empty"]);
    const [line] = valueLines({ list: Array.from({ length: 20 }, (_, k) => k) });
    expect(line).toBe("list  0, 1, 2, 3, 4, 5, 6, 7, … (20 in all; with --json)");
  });

  it("sets records in tables, and records inside records below their name", () => {
    const lines = valueLines({
      rates: [
        { w: 1, rate: 0.5 },
        { w: 2, rate: 0.25 },
      ],
      bounds: { lower: 1 },
    });
    expect(lines.map((line) => line.trim())).toEqual([
      "rates",
      "w  rate",
      "───────",
      "1   0.5",
      "2  0.25",
      "bounds",
      "lower  1",
    ]);
  });
});
