import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { tableHtml } from "../../../src/presentation/tables/table-html.ts";

const table = {
  caption: "Bill <1>",
  columns: [{ heading: "oracle" }, { heading: "count", numeric: true }, { heading: "note" }],
  rows: [
    { cells: ["<A1>", "12", ""] },
    { cells: ["A2", "3", ""] },
    { cells: ["all", "15", ""], total: true },
  ],
};

it("tableHtml writes escaped cells with heads for rows and columns", () => {
  const { document } = parseHTML(`<body>${tableHtml(table)}</body>`);
  expect(document.querySelector("caption")?.textContent).toBe("Bill <1>");
  expect([...document.querySelectorAll("thead th")].map((cell) => cell.textContent)).toEqual([
    "oracle",
    "count",
  ]);
  expect([...document.querySelectorAll('th[scope="row"]')].map((cell) => cell.textContent)).toEqual([
    "<A1>",
    "A2",
    "all",
  ]);
  expect([...document.querySelectorAll("td.number")].map((cell) => cell.textContent)).toEqual([
    "12",
    "3",
    "15",
  ]);
  expect(document.querySelectorAll("tr.total")).toHaveLength(1);
});

it("tableHtml refuses a row that has not one cell per column", () => {
  expect(() => tableHtml({ ...table, rows: [{ cells: ["a"] }] })).toThrow("expected 3 cells in row 0, got 1");
});
