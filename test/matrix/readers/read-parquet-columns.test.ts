import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { ParseError } from "../../../src/errors/parse-error.ts";
import type { ParquetOptions, ParquetSource } from "../../../src/matrix/readers/parquet-table.ts";
import { readParquetColumns } from "../../../src/matrix/readers/read-parquet-columns.ts";

const table = readFileSync(new URL("../../fixtures/matrix/table.parquet", import.meta.url));
const flights = readFileSync(
  new URL("../../../node_modules/vega-datasets/data/flights-3m.parquet", import.meta.url),
);

async function read(options: ParquetOptions, source: ParquetSource = table) {
  const { matrix, columnNames, skippedRows } = await readParquetColumns(source, {
    name: "a.parquet",
    ...options,
  });
  return {
    rows: Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]),
    columnNames,
    skippedRows,
  };
}

async function failure(options: ParquetOptions, source: ParquetSource = table): Promise<Error> {
  try {
    await read(options, source);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("expected an error");
}

describe("readParquetColumns", () => {
  it("reads integers, decimals, booleans and floats, in six compressions and three row groups", async () => {
    const columns = ["id", "price", "flag", "small", "count", "single"];
    expect(await read({ columns })).toEqual({
      rows: [
        [1, 1.25, 1, 1, 0, 0.5],
        [2, 2.5, 0, -2, 1, 0.25],
        [3, -3.75, 1, 3, 2, 0.125],
        [4, 0, 1, -4, 3, 1.5],
        [5, 12.5, 0, 5, 2 ** 32 - 1, -2.5],
      ],
      columnNames: columns,
      skippedRows: 0,
    });
  });

  it("keeps the order of the wish, allows indices and repetition, and adds an intercept", async () => {
    expect(await read({ columns: ["small", 0, "small"], intercept: true, rowStart: 3 })).toEqual({
      rows: [
        [1, -4, 4, -4],
        [1, 5, 5, 5],
      ],
      columnNames: ["intercept", "small", "id", "small"],
      skippedRows: 0,
    });
  });

  it.each([
    [0, 1],
    [1, 2],
    [1, 4],
    [2, 4],
    [3, 99],
  ])("reads rows %d up to %d", async (rowStart, rowEnd) => {
    const all = await read({ columns: ["id", "small"] });
    const part = await read({ columns: ["id", "small"], rowStart, rowEnd });
    expect(part.rows).toEqual(all.rows.slice(rowStart, rowEnd));
  });

  it("reads times as milliseconds since 1970 where asked", async () => {
    const start = Date.UTC(2001, 0, 1, 12, 30);
    expect((await read({ columns: ["when", "day"], dates: "milliseconds" })).rows).toEqual(
      [0, 1, 2, 3, 4].map((k) => [start + k, k * 86_400_000]),
    );
  });

  it("leaves out rows with null or NaN and counts them, if asked to", async () => {
    expect(await read({ columns: ["id", "x"], missing: "skip-row" })).toMatchObject({
      rows: [
        [1, 0.5],
        [3, -1.5],
        [5, 2],
      ],
      skippedRows: 2,
    });
  });

  it("agrees with PyArrow on 600,000 rows of real data across row groups", async () => {
    const { matrix } = await readParquetColumns(flights, { columns: ["delay", "distance"], rowEnd: 600_000 });
    expect(matrix).toMatchObject({ rows: 600_000, columns: 2 });
    // From pyarrow.parquet: rows 299,998 to 300,001, and the sums of the first 600,000.
    const rows = [299_998, 299_999, 300_000, 300_001].map((i) => [...matrix.row(i)]);
    expect(rows).toEqual([
      [53, 963],
      [-6, 453],
      [14, 460],
      [-11, 383],
    ]);
    const sums = [0, 0];
    for (let i = 0; i < matrix.rows; i++) {
      sums[0] += matrix.at(i, 0);
      sums[1] += matrix.at(i, 1);
    }
    expect(sums).toEqual([3_340_745, 436_578_714]);
  });

  it("takes an ArrayBuffer, bytes inside a larger buffer, and stretches on demand", async () => {
    const expected = await read({ columns: ["id"] });
    const host = new Uint8Array(table.length + 100);
    host.set(table, 50);
    const inside = host.subarray(50, 50 + table.length);
    const buffer = inside.slice().buffer;
    let asked = 0;
    const onDemand = {
      byteLength: buffer.byteLength,
      slice: async (start: number, end?: number) => {
        asked++;
        return buffer.slice(start, end);
      },
    };
    for (const source of [inside, buffer, onDemand])
      expect(await read({ columns: ["id"] }, source)).toEqual(expected);
    expect(asked).toBeGreaterThan(0);
  });

  it.each<[string, ParquetOptions, string, string]>([
    [
      "text by name",
      { columns: ["id", "name"] },
      "1:12",
      'expected numbers in column 12 ("name"), got text or bytes; choose columns of numbers with the option columns: "id", "x", "flag", "price", "small", "count", "single", "large", "infinite".',
    ],
    ["lists", { columns: ["list"] }, "1:13", 'numbers in column 13 ("list"), got lists or records'],
    [
      "the first column that is no number when all are asked for",
      {},
      "1:8",
      'numbers in column 8 ("when"), got times; leave the column out, or pass dates: "milliseconds"',
    ],
    ["dates", { columns: ["day"] }, "1:9", "got times"],
    [
      "null",
      { columns: ["x", "id"] },
      "2:2",
      'a number in row 2 of column 2 ("x"), got null; fill it in, or pass missing: "skip-row"',
    ],
    ["NaN", { columns: ["x"], rowStart: 2 }, "4:2", "got NaN"],
    [
      "an infinite number",
      { columns: ["infinite"], missing: "skip-row" },
      "3:11",
      'a finite number in row 3 of column 11 ("infinite"), got Infinity',
    ],
    [
      "a large integer",
      { columns: ["large"], missing: "skip-row" },
      "4:10",
      'an integer of at most 2^53 − 1 in size in row 4 of column 10 ("large"), got 9007199254740993',
    ],
    ["no rows", { columns: ["id"], rowStart: 5 }, "1:1", "expected at least one complete row, got none"],
    [
      "only rows that lack a value",
      { columns: ["x"], rowStart: 1, rowEnd: 2, missing: "skip-row" },
      "1:1",
      "got 1 rows that all lack a value",
    ],
  ])("places %s", async (_, options, place, message) => {
    const error = await failure(options);
    expect(error).toBeInstanceOf(ParseError);
    expect(error.message).toContain(`a.parquet:${place}: expected `);
    expect(error.message).toContain(message);
  });

  it.each<[string, Uint8Array]>([
    ["no bytes", new Uint8Array(0)],
    ["other bytes", new TextEncoder().encode("1,2\n3,4\n5,6\n7,8\n")],
    ["a file cut short at its end", table.subarray(0, -3)],
    ["a file cut short at its beginning", table.subarray(4000)],
  ])("refuses %s", async (_, source) => {
    const error = await failure({ columns: ["id"] }, source);
    expect(error).toBeInstanceOf(ParseError);
    expect(error.message).toContain("a.parquet:1:1: expected a sound Parquet file, got ");
  });

  it("refuses pages that are damaged, or returns a matrix, but never fails otherwise", async () => {
    for (let at = 4; at < 400; at += 7) {
      const damaged = Uint8Array.from(table);
      damaged[at] ^= 0x55;
      const outcome = await readParquetColumns(damaged, { columns: ["id", "small"] }).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ParseError);
    }
  });

  it.each<[ParquetOptions, string]>([
    [{ columns: ["nope"] }, 'a.parquet: expected columns among "id", "x", '],
    [{ columns: ["id"], rowStart: -1 }, "expected whole numbers 0 ≤ rowStart ≤ rowEnd, got -1 and 5"],
    [{ columns: ["id"], rowStart: 3, rowEnd: 2 }, "got 3 and 2"],
    [
      { columns: ["id"], dates: "days" as "error" },
      'expected dates to be "error" or "milliseconds", got "days"',
    ],
  ])("refuses the options %j", async (options, message) => {
    const error = await failure(options);
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toContain(message);
  });

  it("refuses a source of another kind", async () => {
    expect(await failure({}, "a.parquet" as unknown as Uint8Array)).toBeInstanceOf(TypeError);
  });

  it("checks the limit from the metadata alone", async () => {
    const error = await failure({ columns: ["delay", "distance"], maxBytes: 2 ** 20 }, flights);
    expect(error).toBeInstanceOf(LimitError);
    expect(error.message).toContain("expected at most 1 MiB, got 45.8 MiB");
    expect((await read({ columns: ["id"], maxBytes: 40 })).rows).toHaveLength(5);
  });
});
