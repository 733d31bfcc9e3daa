import { describe, expect, it } from "vitest";
import { matrixFormat } from "../../../src/matrix/readers/matrix-format.ts";
import { npyBytes } from "../../support/npy-bytes.ts";
import { parseErrorOf } from "../../support/parse-error-of.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const npy = npyBytes([1], [1], { type: "f8", littleEndian: true, fortran: false });

describe("matrixFormat", () => {
  it.each([
    ["a.csv", "1,2", "csv"],
    ["a.TSV", "1\t2", "csv"],
    ["b/a.b.txt", "1 2", "csv"],
    ["a.json", "1", "json"],
    ["a.mtx", "% no banner", "matrix-market"],
    ["a.parquet", "?", "parquet"],
    ["a.npy", "?", "npy"],
    ["a", "\n [[1]]", "json"],
    ["a.dir/b", '{"classes": []}', "json"],
    ["a", "1,2", "csv"],
    ["a", "", "csv"],
    ["a.csv", "[1]", "csv"],
    ["a.csv", "%%MatrixMarket matrix array real general", "matrix-market"],
    ["a.csv", "PAR1", "parquet"],
  ])("takes %s with the contents %j for %s", (name, text, format) => {
    expect(matrixFormat(name, bytes(text))).toBe(format);
  });

  it("knows a NumPy file by its first bytes", () => {
    expect(matrixFormat("a.csv", npy)).toBe("npy");
  });

  it.each([
    [[0x1f, 0x8b, 8], "gzip data"],
    [[0x50, 0x4b, 3, 4], "a zip archive"],
    [[0x28, 0xb5, 0x2f, 0xfd], "zstd data"],
  ])("refuses a file that begins with the bytes %j as %s", (head, got) => {
    const error = parseErrorOf(() => matrixFormat("a.csv.gz", Uint8Array.from(head)));
    expect(error.place).toBe("1:1");
    expect(error.message).toContain(`got ${got}`);
    expect(error.message).toContain("unpack or convert it first");
  });
});
