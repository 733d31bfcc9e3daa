import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { ParseError } from "../../../src/errors/parse-error.ts";
import { FileError } from "../../../src/matrix/readers/file-error.ts";
import { longestText } from "../../../src/matrix/readers/parse-matrix.ts";
import { readMatrix, readMatrixFile } from "../../../src/matrix/readers/read-matrix.node.ts";
import { npyBytes } from "../../support/npy-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "kronket-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/matrix/${name}`, import.meta.url));

async function failure(reading: Promise<unknown>): Promise<Error> {
  const outcome = await reading.catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome;
  throw new Error("expected an error");
}

describe("readMatrixFile", () => {
  it.each<[string, string | Uint8Array]>([
    ["a.csv", "x,y\n1,2\n3,4\n"],
    ["a.json", '[{"x": 1, "y": 2}, {"x": 3, "y": 4}]'],
    ["a.npy", npyBytes([2, 2], [1, 2, 3, 4], { type: "f8", littleEndian: true, fortran: true })],
    ["a.mtx", "%%MatrixMarket matrix array real general\n2 2\n1\n3\n2\n4\n"],
    ["without-extension", "1 2\n3 4\n"],
  ])("reads %s with its hash and names", async (name, contents) => {
    const path = file(name, contents);
    const result = await readMatrixFile(path, { intercept: true });
    if (result.matrix.kind !== "dense") throw new Error("expected a dense matrix");
    expect([...result.matrix.data]).toEqual([1, 1, 2, 1, 3, 4]);
    const named = name === "a.csv" || name === "a.json";
    expect(result.columnNames).toEqual(named ? ["intercept", "x", "y"] : undefined);
    expect(result).toMatchObject({
      name: path,
      skippedRows: 0,
      sha256: createHash("sha256").update(contents).digest("hex"),
    });
  });

  it("reads Parquet by stretches, with its hash", async () => {
    const path = fixture("table.parquet");
    const result = await readMatrixFile(path, { columns: ["id", "x"], missing: "skip-row", name: "table" });
    expect(result).toMatchObject({
      name: "table",
      columnNames: ["id", "x"],
      skippedRows: 2,
      matrix: { rows: 3 },
    });
    expect(result.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
  });

  it("reads a CSV of several pieces, whose characters and lines lie across their borders", async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `${i},"${"ü".repeat(i % 7)}",${i / 3}`);
    const text = `n,text,third\n${lines.join("\n")}\n`;
    const path = file("long.csv", text);
    const { matrix, sha256 } = await readMatrixFile(path, { columns: ["n", "third"] });
    if (matrix.kind !== "dense") throw new Error("expected a dense matrix");
    expect(Buffer.byteLength(text)).toBeGreaterThan(2 ** 21);
    expect(matrix.rows).toBe(100_000);
    expect(matrix.data.every((value, e) => value === (e % 2 === 0 ? e / 2 : (e - 1) / 2 / 3))).toBe(true);
    expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("reads row classes", async () => {
    const path = file("classes.json", '{"classes": [{"count": 1099511627776, "row": [1, 0]}]}');
    expect(await readMatrix(path)).toMatchObject({ kind: "row-class", rows: 2 ** 40 });
  });

  it("takes a file URL", async () => {
    expect((await readMatrixFile(pathToFileURL(file("url.csv", "1,2\n")))).matrix.columns).toBe(2);
  });

  it.skipIf(process.platform === "win32")("reads what is no regular file", async () => {
    const empty = await failure(readMatrix("/dev/null"));
    expect(empty).toBeInstanceOf(ParseError);
    expect(empty.message).toContain("/dev/null:1:1: expected at least one row of numbers");
  });
});

describe("readMatrix", () => {
  it("names the path where there is nothing", async () => {
    const path = join(folder, "absent.csv");
    const error = await failure(readMatrix(path));
    expect(error).toBeInstanceOf(FileError);
    expect(error).toMatchObject({ name: "FileError", path, code: "ENOENT" });
    expect(error.message).toBe(
      `${path}: expected a readable file, got nothing at this path; check the path.`,
    );
    expect(await failure(readMatrix(join(file("plain.csv", "1"), "below.csv")))).toMatchObject({
      code: "ENOTDIR",
    });
    expect(await failure(readMatrix("a\0b"))).toBeInstanceOf(FileError);
  });

  it("refuses a directory", async () => {
    const error = await failure(readMatrix(folder));
    expect(error).toMatchObject({ name: "FileError", code: "EISDIR", path: folder });
    expect(error.message).toContain("got a directory; give the path of a file in it");
  });

  // The administrator may read everything, and Windows has other permissions.
  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "refuses a file without permission",
    async () => {
      const path = file("locked.csv", "1");
      chmodSync(path, 0);
      expect(await failure(readMatrix(path))).toMatchObject({ name: "FileError", code: "EACCES" });
    },
  );

  it("refuses a path of another kind", async () => {
    expect(await failure(readMatrix(7 as unknown as string))).toBeInstanceOf(TypeError);
  });

  it("passes on the place of an error, with the path", async () => {
    const path = file("wrong.csv", "x,y\n1,2\n3,z\n");
    const error = await failure(readMatrix(path));
    expect(error).toBeInstanceOf(ParseError);
    expect(error.message).toContain(`${path}:3:2: expected a number in column 2 ("y"), got "z"`);
  });

  it("refuses a file that has to be held as a whole and is beyond the limit, before it reads it", async () => {
    const path = file(
      "big.npy",
      npyBytes([2000], new Array(2000).fill(1), { type: "f8", littleEndian: true, fortran: false }),
    );
    const error = await failure(readMatrix(path, { maxBytes: 16_000 }));
    expect(error).toBeInstanceOf(LimitError);
    expect(error.message).toContain(`${path}: expected at most 15.6 KiB, got 15.8 KiB; raise maxBytes`);
  });

  it("refuses JSON and MatrixMarket text longer than the longest string, and a huge file beyond the limit", async () => {
    // Sparse files: they take no room on the disk.
    for (const [name, begin] of [
      ["long.json", "["],
      ["long.mtx", "%%MatrixMarket matrix array real general\n"],
    ]) {
      const path = file(name, begin);
      await truncate(path, longestText + 1);
      const error = await failure(readMatrix(path));
      expect(error).toBeInstanceOf(LimitError);
      expect(error.message).toContain("convert the matrix to CSV, .npy or Parquet");
    }
    const path = file("huge.npy", npyBytes([1], [1], { type: "f8", littleEndian: true, fortran: false }));
    await truncate(path, 2 ** 33);
    expect((await failure(readMatrix(path))).message).toContain("expected at most 4 GiB, got 8 GiB");
  });

  it("foresees from its beginning that a CSV will be too big", async () => {
    const path = file("foreseen.csv", "1,2\n".repeat(2 ** 18));
    await truncate(path, 2 ** 33);
    const error = await failure(readMatrix(path));
    expect(error).toBeInstanceOf(LimitError);
    expect(error.message).toMatch(
      /expected at most 4 GiB, got 3\d(\.\d+)? GiB; raise maxBytes or keep fewer columns/,
    );
  });

  it("stops when the signal says so, with its reason", async () => {
    const path = file("stopped.csv", "1,2\n");
    const reason = new Error("enough");
    await expect(readMatrix(path, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(readMatrix(fixture("table.parquet"), { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
});
