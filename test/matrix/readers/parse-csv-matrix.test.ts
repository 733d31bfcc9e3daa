import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import type { CsvOptions } from "../../../src/matrix/readers/csv-matrix-builder.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { anyMatrix, written } from "../../support/matrix-arbitrary.ts";
import { parseErrorOf } from "../../support/parse-error-of.ts";

const read = (text: string, options: CsvOptions = {}) => {
  const { matrix, columnNames, skippedRows } = parseCsvMatrix(text, { name: "a.csv", ...options });
  const rows = Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]);
  return { rows, columnNames, skippedRows };
};

const data = new URL("../../../node_modules/vega-datasets/data/", import.meta.url);

describe("parseCsvMatrix", () => {
  it("reads back every matrix bit for bit, whatever the delimiter, line end, quotes and blanks", () => {
    const style = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      newline: fc.constantFrom("\n", "\r\n", "\r"),
      quote: fc.constantFrom("", '"'),
      blank: fc.constantFrom("", " "),
      end: fc.constantFrom("", "end", "ends"),
      header: fc.boolean(),
      told: fc.boolean(),
    });
    fc.assert(
      fc.property(anyMatrix, style, (rows, { delimiter, newline, quote, blank, end, header, told }) => {
        const names = rows[0].map((_, k) => `c${k}`);
        const lines = rows.map((row) =>
          row.map((x) => `${quote}${blank}${written(x)}${quote}`).join(delimiter),
        );
        const text = (header ? [names.join(delimiter), ...lines] : lines).join(newline);
        const tail = end === "" ? "" : end === "end" ? newline : newline.repeat(3);
        const result = read(text + tail, told ? { delimiter, header } : {});
        // toEqual tells −0 from 0.
        expect(result.rows).toEqual(rows);
        expect(result.columnNames).toEqual(header ? names : undefined);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it("reads runs of blanks as one delimiter", () => {
    expect(read("  1   2\n 3 4 \n").rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(read("x  y\n1 2\n", { columns: ["y"] }).rows).toEqual([[2]]);
  });

  it("agrees with plain splitting on a table with columns of text", () => {
    const text = readFileSync(new URL("seattle-weather.csv", data), "utf8");
    const [head, ...lines] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const columns = ["wind", "temp_max", "precipitation"];
    const at = columns.map((name) => head.indexOf(name));
    const result = read(text, { columns, intercept: true });
    expect(result.rows).toEqual(lines.map((line) => [1, ...at.map((k) => Number(line[k]))]));
    expect(result.columnNames).toEqual(["intercept", ...columns]);
    expect(result.rows).toHaveLength(1461);
  });

  it("finds the header", () => {
    expect(read("date,delay\n2001-01-01,5\n", { columns: [1] })).toMatchObject({
      rows: [[5]],
      columnNames: ["delay"],
    });
    expect(read("x,y\n,3\n4,5", { missing: "skip-row" })).toMatchObject({ rows: [[4, 5]], skippedRows: 1 });
    expect(read("NA,1\n2,3\n", { missing: "skip-row" })).toMatchObject({
      rows: [[2, 3]],
      columnNames: undefined,
    });
    expect(read("2019,2020\n1,2\n", { header: true })).toMatchObject({
      rows: [[1, 2]],
      columnNames: ["2019", "2020"],
    });
    expect(read("2019,2020\n1,2\n").rows).toHaveLength(2);
    expect(read('\ufeff"a ","b"\n1,2\n').columnNames).toEqual(["a", "b"]);
    expect(read("a,b\nc,1\n", { columns: ["b"] }).rows).toEqual([[1]]);
  });

  it("leaves out comments and empty lines", () => {
    expect(read("# made by hand\n\n1,2\n# half way\n\n3,4\n\n").rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(read("1,2\n% no\n3,4", { comments: "%" }).rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(parseErrorOf(() => read("1,2\n#3,4", { comments: false })).place).toBe("2:1");
  });

  it("leaves out rows that lack a wanted value and counts them, if asked to", () => {
    const text = "x,y,z\n1,NA,\n2,3,\n,4,\nnan,?,\n5,6,\n";
    expect(read(text, { columns: ["x", "y"], missing: "skip-row" })).toMatchObject({
      rows: [
        [2, 3],
        [5, 6],
      ],
      skippedRows: 3,
    });
    expect(read("x\n1\n\n\n2\n\n", { missing: "skip-row" })).toMatchObject({
      rows: [[1], [2]],
      skippedRows: 2,
    });
  });

  it("takes a single row and a single column", () => {
    expect(read("7").rows).toEqual([[7]]);
    expect(read("1\n2\n\n\n").rows).toEqual([[1], [2]]);
  });

  const number = "a number in column";
  it.each<[string, string, CsvOptions, string, string]>([
    ["an empty text", "", {}, "1:1", "expected at least one row of numbers, got no row"],
    ["empty lines only", "\n\n\n", {}, "3:1", "got no row"],
    ["a header only", "x,y\n", { header: true }, "1:1", "got no row"],
    ["comments only", "# x\n# y", {}, "2:1", "got no row"],
    ["text in a column", "x,y\n1,2\n3,abc\n", {}, "3:2", `${number} 2 ("y"), got "abc"`],
    ["text without a header", "1,2\n3,abc\n", {}, "2:2", `${number} 2, got "abc"`],
    ["text in the first line and below", "1,a\n2,b\n", {}, "1:2", `${number} 2, got "a"`],
    ["a decimal comma", "1;2\n3;4,5\n", {}, "2:2", 'got "4,5"; write a decimal point'],
    ["hexadecimal", "1,2\n3,0x1F\n", {}, "2:2", 'got "0x1F"'],
    [
      "NaN",
      "1,2\n3,4\nNaN,5\n",
      {},
      "3:1",
      `${number} 1, got "NaN"; fill it in, or pass missing: "skip-row"`,
    ],
    ["an empty field", "1,2\r\n3,\r\n", {}, "2:2", `${number} 2, got an empty field; fill it in`],
    ["an empty line in one column", "x\n1\n\n\n2\n", {}, "3:1", `${number} 1 ("x"), got an empty field`],
    ["Infinity", "1,2\n3,-Infinity\n", {}, "2:2", 'a finite number in column 2, got "-Infinity"'],
    [
      "Infinity even when rows may be left out",
      "1\nInfinity",
      { missing: "skip-row" },
      "2:1",
      "a finite number",
    ],
    ["text in a row that lacks a value", "1,2\n,x\n", { missing: "skip-row" }, "2:2", 'got "x"'],
    ["overflow", "1\n1e999\n", {}, "2:1", 'got "1e999"'],
    ["a short line", "x,y,z\n1,2,3\n\n4,5\n", {}, "4:3", "expected 3 fields as in line 1, got 2"],
    ["a long line", "# c\nx,y\n1,2\n3,4,5\n", {}, "4:3", "expected 2 fields as in line 2, got 3"],
    ["a short line even when rows may be left out", "1,2\n3\n", { missing: "skip-row" }, "2:2", "got 1"],
    [
      "a quote that is not closed",
      'x,y\n1,"2\n3,4\n',
      {},
      "2:2",
      "expected a closing quote, got the end of the text",
    ],
    ["text after a closing quote", 'x,y\n1,2\n3,"4"5\n', {}, "3:2", "after a closing quote, got more text"],
    [
      "a text after fields of several lines",
      '"a\nb","c"\n"1\n",2\n3,"\nx"\n',
      {},
      "5:2",
      'column 2 ("c"), got "x"',
    ],
    ["a NUL character", "1,2\n\0,3", {}, "2:1", "expected text, got a NUL character"],
    [
      "only rows that lack a value",
      "x\nNA\nNA\n",
      { missing: "skip-row" },
      "3:1",
      "got 2 rows that all lack a value",
    ],
    ["old Mac line ends", "1\r2\rx\r", {}, "3:1", 'got "x"'],
  ])("places %s", (_, text, options, place, message) => {
    const error = parseErrorOf(() => read(text, options));
    expect(error.place).toBe(place);
    expect(error.message).toContain(`a.csv:${place}: expected `);
    expect(error.message).toContain(message);
  });

  it.each<[CsvOptions, string]>([
    [{ columns: ["w"] }, 'a.csv: expected columns among "x", "y", got "w"'],
    [{ columns: ["x"], header: false }, 'got the name "x" for a table without names'],
    [{ columns: [2] }, "expected a column index from 0 to 1, got 2"],
    [{ delimiter: "" }, 'expected a delimiter such as "," or ";", got ""'],
    [{ delimiter: "\n" }, 'got "\\n"'],
    [{ delimiter: "#" }, 'expected a comment mark other than the delimiter, got "#"'],
    [{ comments: "" }, 'got ""'],
    [{ header: "yes" as "auto" }, 'expected header to be true, false or "auto", got "yes"'],
    [{ missing: "drop" as "error" }, 'expected missing to be "error" or "skip-row", got "drop"'],
    [{ maxBytes: -1 }, "expected maxBytes to be a number ≥ 0, got -1"],
    [{ maxBytes: Number.NaN }, "got NaN"],
  ])("refuses the options %j", (options, message) => {
    expect(() => read("x,y\n1,2\n", options)).toThrow(RangeError);
    expect(() => read("x,y\n1,2\n", options)).toThrow(message);
  });

  it("refuses options of another kind", () => {
    expect(() => read("1", { columns: "x" as unknown as string[] })).toThrow(TypeError);
    expect(() => read("1", { intercept: 1 as unknown as boolean })).toThrow(TypeError);
  });

  it("stops at the limit", () => {
    const text = "1,2\n".repeat(1000);
    expect(() => read(text, { maxBytes: 15_999 })).toThrow(LimitError);
    expect(read(text, { maxBytes: 16_000 }).rows).toHaveLength(1000);
  });
});
