import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { DenseMatrix } from "../../../src/matrix/dense-matrix.ts";
import { csvBlocks } from "../../../src/matrix/readers/csv-blocks.ts";
import { csvStream } from "../../../src/matrix/readers/csv-stream.node.ts";
import { FileError } from "../../../src/matrix/readers/file-error.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";

const folder = mkdtempSync(join(tmpdir(), "kronket-blocks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function collected(blocks: AsyncIterable<DenseMatrix> | Iterable<DenseMatrix>) {
  const lengths: number[] = [];
  const data: number[] = [];
  for await (const block of blocks) {
    lengths.push(block.rows);
    data.push(...block.data);
  }
  return { lengths, data };
}

function* cut(text: string, length: number): Iterable<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

describe("csvBlocks", () => {
  const text = gaussianCsv(9000, 3, 1, ["x", "y", "z"]);
  const whole = parseCsvMatrix(text).matrix;

  it.each([17, 1000, 70_000, 10 ** 7])(
    "gives the rows of the whole text, cut into pieces of %i",
    async (length) => {
      const { lengths, data } = await collected(csvBlocks(cut(text, length), { blockRows: 500 }));
      expect(data).toEqual([...whole.data]);
      expect(lengths.slice(0, -1).every((rows) => rows >= 500)).toBe(true);
      if (length < 10 ** 6) expect(lengths.length).toBeGreaterThan(1);
    },
  );

  it("keeps columns, intercept and missing values as the reader of whole texts does", async () => {
    const gaps = text.replace(/\n[^,\n]*,/g, (match, at: number) => (at % 7 === 0 ? "\n," : match));
    const options = { columns: ["z", "x"], intercept: true, missing: "skip-row" } as const;
    const { data } = await collected(csvBlocks(cut(gaps, 5000), { ...options, blockRows: 100 }));
    expect(data).toEqual([...parseCsvMatrix(gaps, options).matrix.data]);
  });

  it("says the line of a bad value however many blocks came before", async () => {
    const lines = text.split("\n");
    lines[8500] = "1,two,3";
    await expect(collected(csvBlocks(cut(lines.join("\n"), 4000), { blockRows: 100 }))).rejects.toThrow(
      /csv:8501:2: expected a number/,
    );
    await expect(collected(csvBlocks(["a,b\n"]))).rejects.toThrow(/at least one row of numbers/);
  });
});

describe("csvStream", () => {
  const path = join(folder, "a.csv");
  const text = gaussianCsv(20_000, 4, 2);
  writeFileSync(path, text);

  it("reads a file in blocks, again in each pass", async () => {
    const stream = csvStream(path, { blockRows: 1000 });
    const first = await collected(stream.blocks());
    expect(first.data).toEqual([...parseCsvMatrix(text).matrix.data]);
    expect(first.lengths.length).toBeGreaterThan(2);
    expect(await collected(stream.blocks())).toEqual(first);
  });

  it("refuses a path that is not there, a bad block length and bad options before reading", async () => {
    await expect(collected(csvStream(join(folder, "absent.csv")).blocks())).rejects.toThrow(FileError);
    expect(() => csvStream(path, { blockRows: 0 })).toThrow(/blockRows/);
    expect(() => csvStream(path, { delimiter: "" })).toThrow(/delimiter/);
  });

  it("stops with the reason of its signal", async () => {
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    await expect(collected(csvStream(path, { signal: controller.signal }).blocks())).rejects.toThrow(
      "enough",
    );
  });
});
