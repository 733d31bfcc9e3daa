import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import {
  longestText,
  type MatrixOptions,
  parseMatrix,
  requireTextLength,
} from "../../../src/matrix/readers/parse-matrix.ts";
import { npyBytes } from "../../support/npy-bytes.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let k = 0; k < text.length; k++) view.setUint16(2 * k + 2, text.charCodeAt(k), littleEndian);
  return new Uint8Array(view.buffer);
};

async function rows(source: Uint8Array, options: MatrixOptions = {}): Promise<number[][]> {
  const { matrix } = await parseMatrix(source, options);
  return Array.from({ length: matrix.rows }, (_, i) => [...matrix.row(i)]);
}

describe("parseMatrix", () => {
  it.each<[string, Uint8Array, MatrixOptions]>([
    ["CSV", bytes("1,2\n3,4\n"), {}],
    ["CSV with a name", bytes("x,y\n1,2\n3,4\n"), { name: "a.csv" }],
    ["CSV in UTF-8 with a byte order mark", bytes("\ufeffx,y\n1,2\n3,4\n"), { columns: ["x", "y"] }],
    ["CSV in UTF-16, little-endian", utf16("größe\tü\n1\t2\n3\t4\n", true), { columns: ["größe", "ü"] }],
    ["CSV in UTF-16, big-endian", utf16("x;y\n1;2\n3;4\n", false), { columns: ["x", "y"] }],
    ["JSON", bytes("[[1, 2], [3, 4]]"), {}],
    ["JSON with a byte order mark", bytes("\ufeff[[1, 2], [3, 4]]"), { name: "a.json" }],
    ["NumPy", npyBytes([2, 2], [1, 2, 3, 4], { type: "u1", littleEndian: true, fortran: false }), {}],
    ["MatrixMarket", bytes("%%MatrixMarket matrix array real general\n2 2\n1\n3\n2\n4\n"), {}],
    ["a format that is told", bytes("[1,2]\n[3,4]"), { format: "csv", comments: "x", columns: undefined }],
  ])("reads %s", async (what, source, options) => {
    if (what === "a format that is told") await expect(rows(source, options)).rejects.toThrow('got "[1"');
    else
      expect(await rows(source, options)).toEqual([
        [1, 2],
        [3, 4],
      ]);
  });

  it("reads Parquet", async () => {
    const table = readFileSync(new URL("../../fixtures/matrix/table.parquet", import.meta.url));
    expect(await rows(table, { columns: ["id"], rowEnd: 2 })).toEqual([[1], [2]]);
  });

  it("prepends a column of ones in every format", async () => {
    const market = "%%MatrixMarket matrix array real general\n1 1\n7\n";
    const npy = npyBytes([1], [7], { type: "f4", littleEndian: true, fortran: false });
    for (const source of [
      bytes("7\n"),
      bytes("[[7]]"),
      bytes('{"classes":[{"count":1,"row":[7]}]}'),
      bytes(market),
      npy,
    ]) {
      expect(await rows(source, { intercept: true })).toEqual([[1, 7]]);
    }
  });

  it("decodes text correctly where a character lies across a border of pieces", async () => {
    const name = "é".repeat(2 ** 20);
    const { columnNames } = await parseMatrix(bytes(`a${name},b\n1,2\n3,4\n`), { name: "a.csv" });
    expect(columnNames).toEqual([`a${name}`, "b"]);
  });

  it("passes on the errors of the format's reader, with the name", async () => {
    await expect(rows(bytes("1,x\n2,y\n"), { name: "a.csv" })).rejects.toThrow(
      "a.csv:1:2: expected a number",
    );
    await expect(rows(bytes("[[1,]]"), { name: "a.json" })).rejects.toThrow("a.json:1:5: expected a value");
    await expect(rows(new Uint8Array(0))).rejects.toThrow("matrix:1:1: expected at least one row of numbers");
  });

  it("refuses what is no file and no format", async () => {
    await expect(parseMatrix("1,2" as unknown as Uint8Array)).rejects.toThrow(TypeError);
    await expect(parseMatrix(bytes("1"), { format: "xls" as "csv" })).rejects.toThrow(
      "expected format csv, json, npy, matrix-market or parquet, got",
    );
  });
});

describe("requireTextLength", () => {
  it("refuses text beyond the longest string, with the remedy", () => {
    expect(() => requireTextLength(longestText, "a.json")).not.toThrow();
    expect(() => requireTextLength(longestText + 1, "a.json")).toThrow(LimitError);
    expect(() => requireTextLength(2 ** 30, "a.json")).toThrow(
      "a.json: expected at most 511 MiB, got 1 GiB; convert the matrix to CSV, .npy or Parquet.",
    );
  });
});
