import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  type LeverageDocument,
  leverageDocumentSchema,
} from "../../../src/cli/documents/leverage-document.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";
import { kronketProcess } from "../../support/kronket-process.ts";
import { npyBytes } from "../../support/npy-bytes.ts";

const folder = cliFolder();
folder.write("a.csv", gaussianCsv(3000, 3, 4, ["x", "y", "z"]));
folder.write("b.csv", gaussianCsv(50, 3, 8, ["x", "y", "z"]));

async function documentOf(...args: string[]): Promise<LeverageDocument> {
  const { code, stdout } = await folder.run(["leverage", ...args, "--json"]);
  expect(code).toBe(0);
  return v.parse(leverageDocumentSchema, JSON.parse(stdout));
}

const complaint = async (code: number, ...args: string[]) => {
  const run = await folder.run(["leverage", ...args]);
  expect([run.code, run.stdout]).toEqual([code, ""]);
  return run.stderr;
};

function writtenScores(name: string): number[] {
  return readFileSync(folder.path(name), "utf8").trimEnd().split("\n").map(Number);
}

describe("kronket leverage --stream", () => {
  it.each([
    ["exact", []],
    ["ridge", ["--lambda", "3"]],
    ["online", ["--lambda", "3"]],
    ["generalised", ["--against", "b.csv"]],
  ])("writes by method %s the scores that are found with the whole file in memory", async (method, flags) => {
    const run = ["a.csv", "--method", method, ...flags];
    const whole = await documentOf(...run);
    const streamed = await documentOf(...run, "--stream", "--max-memory", "2M", "--scores", "scores.csv");
    const scores = writtenScores("scores.csv");
    expect(scores).toHaveLength(3000);
    const apart = whole.result.scores.map((score, i) => Math.abs(Number(score) - scores[i]));
    expect(Math.max(...apart)).toBeLessThan(1e-12);
    expect(streamed.inputs).toEqual(whole.inputs);
    expect(streamed.parameters).toEqual({ ...whole.parameters, stream: true });
    expect(streamed.result.rank).toBe(whole.result.rank);
    expect(streamed.result.indices).toHaveLength(10);
    const top = await documentOf(...run, "--top", "10");
    expect(streamed.result.indices).toEqual(top.result.indices);
    const sum = scores.reduce((total, score) => total + score, 0);
    expect(streamed.result.sum).toBeCloseTo(sum, 9);
    const passes = method === "exact" || method === "ridge" ? 2 : 1;
    expect(streamed.totals.classical).toEqual(
      method === "generalised" ? { A: 3000, B: 50 } : { A: 3000 * passes },
    );
  });

  it("gives the rows that are named, in their order, and the same bytes again", async () => {
    const whole = await documentOf("a.csv", "--rows", "2999,4,4");
    const streamed = await documentOf("a.csv", "--stream", "--rows", "2999,4,4");
    expect(streamed.result.indices).toEqual([2999, 4, 4]);
    streamed.result.scores.forEach((score, e) => {
      expect(score).toBeCloseTo(Number(whole.result.scores[e]), 12);
    });
    const bytes = async () => (await folder.run(["leverage", "a.csv", "--stream", "--json"])).stdout;
    expect(await bytes()).toBe(await bytes());
  });

  it("reads a 293 MiB file within 64 MiB of heap and far less memory than the file", async () => {
    const [rows, columns, blocks] = [240_000, 8, 20];
    const entries = Array.from(
      { length: rows * columns },
      (_, e) => ((e * 2654435761) % 4294967296) / 2 ** 31 - 1,
    );
    const one = npyBytes([rows, columns], entries, { type: "f8", littleEndian: true, fortran: false });
    const header = npyBytes([rows * blocks, columns], [], { type: "f8", littleEndian: true, fortran: false });
    folder.write("huge.npy", header);
    const path = folder.path("huge.npy");
    for (let k = 0; k < blocks; k++) appendFileSync(path, one.subarray(one.length - 8 * rows * columns));
    const report =
      'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + " KiB"))';
    const { ended } = kronketProcess(
      folder.path("."),
      ["leverage", "huge.npy", "--stream", "--max-memory", "64M", "--json"],
      ["--max-old-space-size=64", "--import", `data:text/javascript,${encodeURIComponent(report)}`],
    );
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(0);
    const document = v.parse(leverageDocumentSchema, JSON.parse(stdout));
    expect(document.inputs[0].rows).toBe(rows * blocks);
    expect(document.result.rank).toBe(columns);
    expect(document.result.sum).toBeCloseTo(columns, 6);
    // Node itself with the program loaded from source takes about 135 MiB of it.
    expect(Number(/peak (\d+) KiB/.exec(stderr)?.[1])).toBeLessThan(230 * 1024);
    expect(await complaint(4, "huge.npy", "--max-memory", "64M")).toMatch(
      /expected at most 64 MiB, got 293 MiB; .*or pass --stream, which reads the file in parts/,
    );
  }, 180_000);

  it("says place and remedy of what is wrong, with its exit code", async () => {
    folder.write("bad.csv", `${gaussianCsv(2000, 2, 1)}1,two\n`);
    expect(await complaint(3, "bad.csv", "--stream")).toMatch(
      /bad.csv:2001:2: expected a number in column 2/,
    );
    folder.write("wide.csv", "1,2,3\n4,5,6\n");
    expect(await complaint(3, "wide.csv", "--stream")).toMatch(/at least as many rows as columns, got 2 × 3/);
    folder.write("zero.csv", "x,y\n1,0\n2,0\n3,0\n");
    expect(await complaint(3, "zero.csv", "--stream")).toMatch(/only zeros in column 2 \("y"\)/);
    expect(await complaint(3, "zero.csv", "--stream", "--method", "online", "--lambda", "1")).toMatch(
      /column 2/,
    );
    const allowed = await documentOf("zero.csv", "--stream", "--allow-zero-columns");
    expect(allowed.result.rank).toBe(1);
    expect(allowed.warnings[0]).toMatch(/only zeros in column 2/);
    folder.write("gaps.csv", "x,y\n1,0\n2,\n3,1\n");
    expect(await complaint(3, "gaps.csv", "--stream")).toMatch(/gaps.csv:3:2/);
    const gaps = await documentOf("gaps.csv", "--stream", "--missing", "skip-row");
    expect(gaps.inputs[0]).toMatchObject({ rows: 2, skippedRows: 1 });
    expect(gaps.warnings).toEqual(["gaps.csv: 1 row that lacks a value is left out."]);
    expect(await complaint(3, "a.csv", "--stream", "--rows", "3000")).toMatch(
      /rows from 0 to 2999 of a.csv, got 3000/,
    );
    expect(await complaint(3, "absent.csv", "--stream")).toMatch(/no such file/);
    expect(await complaint(3, "a.csv", "--stream", "--scores", "absent/s.csv")).toMatch(
      /\(--scores\).*folder that is not there/,
    );
    folder.write("a.json", "[[1],[2]]");
    expect(await complaint(3, "a.json", "--stream")).toMatch(/expected CSV, .npy or Parquet.*got json/);
    folder.write("narrow.csv", "1\n2\n");
    expect(
      await complaint(3, "a.csv", "--stream", "--method", "generalised", "--against", "narrow.csv"),
    ).toMatch(/narrow.csv: expected 3 columns/);
  });

  it("refuses before reading what a stream cannot do", async () => {
    expect(await complaint(2, "-", "--stream")).toMatch(/cannot be read twice; write it to a file/);
    expect(await complaint(2, "absent.csv", "--stream", "--method", "quantum")).toMatch(
      /--stream: expected --method exact, ridge, generalised, online, got quantum/,
    );
    expect(await complaint(2, "absent.csv", "--scores", "s.csv")).toMatch(
      /--scores: expected --stream with it/,
    );
    expect(await complaint(2, "absent.csv", "--stream", "--format", "json")).toMatch(/csv, npy or parquet/);
    const wide = Array.from({ length: 3 }, () => Array.from({ length: 1500 }, () => 1).join(",")).join("\n");
    folder.write("columns.csv", wide);
    expect(await complaint(4, "columns.csv", "--stream", "--max-memory", "64M")).toMatch(
      /leverage --stream: expected at most 64 MiB, got \d+ MiB; raise --max-memory or keep fewer columns/,
    );
  });

  it("ends with 130 when it is interrupted, and leaves no half-written scores", async () => {
    folder.write("long.csv", gaussianCsv(60_000, 3, 4));
    for (const after of [0, 40]) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error("SIGINT")), after);
      const { code, stdout, stderr } = await folder.run(
        ["leverage", "long.csv", "--stream", "--scores", "never.csv"],
        { signal: controller.signal },
      );
      expect([code, stdout]).toEqual([130, ""]);
      expect(stderr).toMatch(/interrupted/);
    }
    expect(existsSync(folder.path("never.csv"))).toBe(false);
    expect(readdirSync(folder.path(".")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("shows how far it is on a terminal", async () => {
    const { stderr } = await folder.run(["leverage", "a.csv", "--stream"], { tty: true });
    expect(stderr).toContain("reading a.csv");
  });
});
