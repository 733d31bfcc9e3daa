import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { parseJsonMatrix } from "../../../src/matrix/readers/parse-json-matrix.ts";
import type { ReadOptions } from "../../../src/matrix/readers/read-options.ts";
import { anyMatrix, written } from "../../support/matrix-arbitrary.ts";
import { parseErrorOf } from "../../support/parse-error-of.ts";

const read = (text: string, options: ReadOptions = {}) => {
  const { matrix, columnNames, skippedRows } = parseJsonMatrix(text, { name: "a.json", ...options });
  if (matrix.kind !== "dense") throw new Error("expected a dense matrix");
  return {
    rows: Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]),
    columnNames,
    skippedRows,
  };
};

const data = new URL("../../../node_modules/vega-datasets/data/", import.meta.url);

describe("parseJsonMatrix", () => {
  it("reads back every matrix bit for bit, as arrays and as records", () => {
    fc.assert(
      fc.property(anyMatrix, fc.constantFrom("", " ", "\n"), (rows, blank) => {
        const list = (items: string[]): string => `[${blank}${items.join(`,${blank}`)}${blank}]`;
        expect(read(list(rows.map((row) => list(row.map(written))))).rows).toEqual(rows);
        const records = rows.map(
          (row) => `{${row.map((x, k) => `"c${k}":${blank}${written(x)}`).join(",")}}`,
        );
        expect(read(list(records))).toEqual({
          rows,
          columnNames: rows[0].map((_, k) => `c${k}`),
          skippedRows: 0,
        });
      }),
    );
  });

  it("reads plain numbers as one column", () => {
    expect(read("[1, 2, null]", { missing: "skip-row" })).toMatchObject({ rows: [[1], [2]], skippedRows: 1 });
  });

  it("agrees with JSON.parse on real records", () => {
    const text = readFileSync(new URL("flights-2k.json", data), "utf8");
    const records = JSON.parse(text) as { delay: number; distance: number }[];
    expect(read(text, { columns: ["distance", "delay"], intercept: true })).toEqual({
      rows: records.map(({ delay, distance }) => [1, distance, delay]),
      columnNames: ["intercept", "distance", "delay"],
      skippedRows: 0,
    });
  });

  it("leaves out records that lack a wanted value and counts them, if asked to", () => {
    const text = readFileSync(new URL("movies.json", data), "utf8");
    const records = JSON.parse(text) as Record<string, number | null>[];
    const columns = ["IMDB Rating", "US Gross"];
    const complete = records.filter((record) => columns.every((name) => record[name] !== null));
    const result = read(text, { columns, missing: "skip-row" });
    expect(result.rows).toEqual(complete.map((record) => columns.map((name) => record[name])));
    expect(result.skippedRows).toBe(records.length - complete.length);
    expect(result.skippedRows).toBeGreaterThan(100);
  });

  it("lets keys that nobody asked for differ between records", () => {
    const text = '[{"x": 1}, {"x": 2, "y": "text"}]';
    expect(read(text, { columns: ["x"] }).rows).toEqual([[1], [2]]);
    expect(parseErrorOf(() => read(text)).place).toBe("1:26");
  });

  it("reads blocks of identical rows, 2^40 of them", () => {
    const text =
      '{ "classes": [ { "count": 1099511627776, "row": [1, 0] }, { "count": 1, "row": [0, 1.5] } ] }';
    const { matrix } = parseJsonMatrix(text);
    if (matrix.kind !== "row-class") throw new Error("expected row classes");
    expect(matrix.rows).toBe(2 ** 40 + 1);
    expect([...matrix.row(2 ** 40)]).toEqual([0, 1.5]);
    expect([...parseJsonMatrix(text, { intercept: true, columns: [1] }).matrix.row(2 ** 40)]).toEqual([
      1, 1.5,
    ]);
    const partial = text.replace("[0, 1.5]", "[null, 1.5]");
    expect(parseJsonMatrix(partial, { missing: "skip-row" })).toMatchObject({
      skippedRows: 1,
      matrix: { rows: 2 ** 40 },
    });
  });

  it.each<[string, string, ReadOptions, string, string]>([
    ["an empty text", "", {}, "1:1", "expected a value, got the end of the text"],
    ["a text cut short", "[[1, 2],\n[3", {}, "2:3", "expected a comma or ], got the end of the text"],
    ["NaN", "[[1,\n  NaN]]", {}, "2:3", "expected a value, got NaN; JSON has no such number, so write null"],
    ["another value", '"x"', {}, "1:1", 'expected a matrix, got the text "x"'],
    ["another object", '{"rows": []}', {}, "1:1", "expected a matrix, got an object; write rows as arrays"],
    ["an empty list", " []", {}, "1:2", "expected at least one row, got none"],
    ["an empty row", "[[]]", {}, "1:2", "expected at least one number in a row, got none"],
    ["a short row", "[[1, 2],\n [3]]", {}, "2:2", "expected 2 numbers as in the first row, got 1"],
    [
      "a row of another kind",
      "[[1],\n 2]",
      {},
      "2:2",
      "expected an array of numbers like the first row, got 2",
    ],
    ["a record among arrays", '[[1], {"x": 1}]', {}, "1:7", "got an object"],
    [
      "an array among records",
      '[{"x": 1}, [1]]',
      {},
      "1:12",
      "expected a record like the first row, got an array",
    ],
    ["an array among numbers", "[1, [1]]", {}, "1:5", "expected a number like the first entry, got an array"],
    ["text", '[[1, 2],\n [3, "x"]]', {}, "2:6", 'expected a number, got the text "x"'],
    ["true", "[[1, true]]", {}, "1:6", "expected a number, got true"],
    ["nested arrays", "[[[1]]]", {}, "1:3", "expected a number, got an array"],
    ["overflow", "[[1],[1e999]]", {}, "1:7", "expected a number within the range of float64"],
    [
      "null",
      "[[1],\n[null]]",
      {},
      "2:2",
      'expected a number, got null; fill it in, or pass missing: "skip-row"',
    ],
    ["an absent key", '[{"x": 1},\n{}]', {}, "2:1", 'expected a number, got a record without "x"'],
    ["a surplus key", '[{"x": 1},\n{"x": 1, "y": 2}]', {}, "2:15", 'the keys of the first record, got "y"'],
    [
      "text even when rows may be left out",
      '[[null, "x"]]',
      { missing: "skip-row" },
      "1:9",
      'got the text "x"',
    ],
    [
      "only rows that lack a value",
      "[[null]]",
      { missing: "skip-row" },
      "1:1",
      "got 1 rows that all lack a value",
    ],
    ["no class", '{"classes": []}', {}, "1:13", "expected at least one class of rows, got none"],
    [
      "a class of another kind",
      '{"classes": [3]}',
      {},
      "1:14",
      "expected a class of rows { count, row }, got 3",
    ],
    ["a class without a row", '{"classes": [{"count": 1}]}', {}, "1:14", "got row: nothing"],
    [
      "a class without a count",
      '{"classes": [{"row": [1]}]}',
      {},
      "1:14",
      "expected a whole count from 1 to 2^53 − 1, got nothing",
    ],
    ["a count of 0", '{"classes": [{"count": 0, "row": [1]}]}', {}, "1:24", "got 0"],
    [
      "a count beyond 2^53",
      '{"classes": [{"count": 9007199254740993, "row": [1]}]}',
      {},
      "1:24",
      "got 9007199254740992",
    ],
    [
      "counts beyond 2^53 in total",
      '{"classes": [{"count": 9007199254740991, "row": [1]}, {"count": 1, "row": [1]}]}',
      {},
      "1:65",
      "at most 2^53 − 1 rows in total",
    ],
    [
      "an empty row of a class",
      '{"classes": [{"count": 1, "row": []}]}',
      {},
      "1:34",
      "at least one number in a row",
    ],
    [
      "classes of unequal width",
      '{"classes": [{"count": 1, "row": [1]},\n{"count": 1, "row": [1, 2]}]}',
      {},
      "2:21",
      "expected 1 numbers as in the first class, got 2",
    ],
    [
      "text in a class",
      '{"classes": [{"count": 1, "row": [1, "x"]}]}',
      {},
      "1:38",
      'expected a number, got the text "x"',
    ],
    [
      "only classes that lack a value",
      '{"classes": [{"count": 5, "row": [null]}]}',
      { missing: "skip-row" },
      "1:13",
      "got 5 rows that all lack a value",
    ],
  ])("places %s", (_, text, options, place, message) => {
    const error = parseErrorOf(() => read(text, options));
    expect(error.place).toBe(place);
    expect(error.message).toContain(`a.json:${place}: expected `);
    expect(error.message).toContain(message);
  });

  it("refuses columns that are not there", () => {
    expect(() => read("[[1]]", { columns: ["x"] })).toThrow(RangeError);
    expect(() => read('[{"x": 1}]', { columns: ["y"] })).toThrow(
      'a.json: expected columns among "x", got "y"',
    );
  });

  it("stops at the limit", () => {
    expect(() => read("[[1, 2], [3, 4]]", { maxBytes: 31 })).toThrow(LimitError);
    expect(read("[[1, 2], [3, 4]]", { maxBytes: 32 }).rows).toHaveLength(2);
    expect(() => read('{"classes": [{"count": 1, "row": [1]}]}', { maxBytes: 7 })).toThrow(LimitError);
  });
});
