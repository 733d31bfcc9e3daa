import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { LimitError } from "../../../src/errors/limit-error.ts";
import { FileError } from "../../../src/matrix/readers/file-error.ts";
import { openRowStream } from "../../../src/matrix/readers/open-row-stream.node.ts";
import { readMatrixFile } from "../../../src/matrix/readers/read-matrix.node.ts";
import type { RowStreamOptions } from "../../../src/matrix/readers/row-passes.node.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";
import { npyBytes } from "../../support/npy-bytes.ts";

const folder = mkdtempSync(join(tmpdir(), "kronket-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entries = Array.from({ length: 3000 }, (_, e) => Math.sin(e * e));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const f8 = { type: "f8", littleEndian: true, fortran: false } as const;
const files = {
  "CSV text": file("a.csv", gaussianCsv(5000, 3, 1, ["x", "y", "z"])),
  ".npy by rows": file("a.npy", npyBytes([1000, 3], entries, f8)),
  ".npy by columns": file("f.npy", npyBytes([1000, 3], entries, { ...f8, fortran: true })),
  "big-endian .npy of short floats": file(
    "b.npy",
    npyBytes([1000, 3], entries, { ...f8, type: "f4", littleEndian: false }),
  ),
  "a list of numbers in .npy": file("v.npy", npyBytes([3000], entries, f8)),
  Parquet: fileURLToPath(new URL("../../fixtures/matrix/table.parquet", import.meta.url)),
};

async function collected(path: string, options: RowStreamOptions = {}) {
  const stream = await openRowStream(path, options);
  const pass = async () => {
    const lengths: number[] = [];
    const data: number[] = [];
    for await (const block of stream.blocks()) {
      lengths.push(block.rows);
      data.push(...block.data);
    }
    return { lengths, data };
  };
  const first = await pass();
  return { stream, first, second: await pass() };
}

describe("openRowStream", () => {
  it.each(Object.entries(files))(
    "reads %s in blocks as it is read as a whole, in each pass",
    async (name, path) => {
      const wishes: RowStreamOptions[] =
        name === "Parquet"
          ? [{ columns: ["small", "id"] }, { columns: ["single", "price"], intercept: true }]
          : [{}, { columns: [0], intercept: true }, { columns: name.includes("list") ? [0, 0] : [2, 0] }];
      for (const wish of wishes) {
        const whole = await readMatrixFile(path, wish);
        const { stream, first, second } = await collected(path, { ...wish, blockBytes: 3000 });
        expect(first.data).toEqual([...("data" in whole.matrix ? whole.matrix.data : [])]);
        expect(first.lengths.length).toBeGreaterThan(1);
        expect(second).toEqual(first);
        expect([stream.columns, stream.columnNames]).toEqual([whole.matrix.columns, whole.columnNames]);
        expect(await stream.sha256()).toBe(whole.sha256);
      }
    },
  );

  it("leaves out rows that lack a value, and counts those of the last pass", async () => {
    const gaps = entries.map((value, e) => (e % 30 === 4 ? Number.NaN : value));
    for (const fortran of [false, true]) {
      const path = file(`gaps-${fortran}.npy`, npyBytes([1000, 3], gaps, { ...f8, fortran }));
      const { stream, first } = await collected(path, { missing: "skip-row", blockBytes: 1000 });
      expect(stream.skippedRows).toBe(100);
      expect(first.data).toHaveLength(2700);
      const complaint = /gaps-.*npy:2:2: expected a number in row 2, column 2, got NaN/;
      await expect(collected(path, { blockBytes: 24 })).rejects.toThrow(complaint);
      const late = file("late.npy", npyBytes([1000, 3], entries.with(2999, Number.NaN), { ...f8, fortran }));
      await expect(collected(late, { blockBytes: 600 })).rejects.toThrow(/late.npy:1000:3/);
    }
    const csv = file("gaps.csv", "a,b\n1,2\n,3\n4,5\n");
    const { stream, first } = await collected(csv, { missing: "skip-row" });
    expect([stream.skippedRows, first.data]).toEqual([1, [1, 2, 4, 5]]);
  });

  it("tells in every pass how much of the file has been read", async () => {
    for (const path of Object.values(files)) {
      const seen: number[] = [];
      const wish = path.endsWith("parquet") ? { columns: ["id"] } : {};
      const stream = await openRowStream(path, { ...wish, blockBytes: 5000, onBytes: (n) => seen.push(n) });
      for await (const _ of stream.blocks());
      expect(seen.at(-1)).toBe(stream.size);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }
  });

  it("refuses what cannot be read in parts or twice, before any pass", async () => {
    const json = file("a.json", "[[1,2],[3,4]]");
    await expect(openRowStream(json)).rejects.toThrow(/expected CSV, .npy or Parquet, .* got json/);
    const market = file("a.mtx", "%%MatrixMarket matrix array real general\n1 1\n1\n");
    await expect(openRowStream(market)).rejects.toThrow(/got matrix-market/);
    await expect(openRowStream(join(folder, "absent.csv"))).rejects.toThrow(FileError);
    await expect(openRowStream(folder)).rejects.toThrow(/a directory/);
    await expect(openRowStream("/dev/null")).rejects.toThrow(
      /a pipe or a device; .* write it to a file|nothing at this path/,
    );
    await expect(openRowStream(files["CSV text"], { blockBytes: 0 })).rejects.toThrow(/blockBytes/);
    await expect(openRowStream(files["CSV text"], { columns: ["w"] })).rejects.toThrow(/"x", "y", "z"/);
    await expect(openRowStream(file("empty.csv", ""))).rejects.toThrow(/at least one row/);
    const cut = readFileSync(files[".npy by rows"]).subarray(0, 20_000);
    await expect(openRowStream(file("cut.npy", cut))).rejects.toThrow(/expected 1000 × 3 entries of 8 bytes/);
    await expect(openRowStream(files.Parquet, { columns: ["id"], maxBytes: 8 })).rejects.toThrow(LimitError);
  });

  it("refuses a file that was written between two passes", async () => {
    const path = file("changing.csv", "1,2\n3,4\n");
    const stream = await openRowStream(path);
    const pass = async () => {
      for await (const _ of stream.blocks());
    };
    await pass();
    appendFileSync(path, "5,6\n");
    await expect(pass()).rejects.toThrow(/must not change between passes/);
    const again = await openRowStream(path);
    utimesSync(path, 1, 1);
    await expect(again.sha256()).rejects.toThrow(/must not change/);
  });

  it("stops with the reason of its signal", async () => {
    const controller = new AbortController();
    for (const path of Object.values(files)) {
      const wish = path.endsWith("parquet") ? { columns: ["id"] } : {};
      const signal = AbortSignal.abort(new Error("enough"));
      await expect(openRowStream(path, { ...wish, signal })).rejects.toThrow("enough");
    }
    const stream = await openRowStream(files[".npy by rows"], { blockBytes: 100, signal: controller.signal });
    const pass = async () => {
      for await (const _ of stream.blocks()) controller.abort(new Error("enough"));
    };
    await expect(pass()).rejects.toThrow("enough");
  });

  it("finds the SHA-256 without a pass too", async () => {
    const stream = await openRowStream(files["CSV text"]);
    const digest = createHash("sha256").update(readFileSync(files["CSV text"])).digest("hex");
    expect(await stream.sha256()).toBe(digest);
  });
});
