import { expect, it } from "vitest";
import { tableText } from "../../../src/presentation/tables/table-text.ts";

const table = {
  caption: "Bill",
  columns: [{ heading: "oracle" }, { heading: "count", numeric: true }, { heading: "note" }],
  rows: [
    { cells: ["A1", "1 200", ""] },
    { cells: ["weather", "3", ""] },
    { cells: ["all", "1 203", ""], total: true },
  ],
};

it("tableText aligns columns, leaves empty ones out and sets totals off", () => {
  expect(tableText(table)).toBe(
    [
      "Bill",
      "oracle   count",
      "──────────────",
      "A1       1 200",
      "weather      3",
      "──────────────",
      "all      1 203",
    ].join("\n"),
  );
});

it("tableText shows the heads of a table without rows", () => {
  expect(tableText({ columns: table.columns, rows: [] })).toBe("oracle  count  note\n───────────────────");
});

it("tableText refuses a row that has not one cell per column", () => {
  expect(() => tableText({ ...table, rows: [{ cells: ["a", "b", "c", "d"] }] })).toThrow(RangeError);
});
