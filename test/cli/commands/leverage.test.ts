import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { generalisedLeverage } from "../../../src/baselines/leverage/generalised-leverage.ts";
import {
  type LeverageDocument,
  leverageDocumentSchema,
} from "../../../src/cli/documents/leverage-document.ts";
import { leverageScores } from "../../../src/matrix/algebra/leverage-scores.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";

const folder = cliFolder();
const text = gaussianCsv(500, 3, 4, ["x", "y", "z"]);
folder.write("a.csv", text);
const exact = leverageScores(parseCsvMatrix(text).matrix);

async function scoresOf(args: readonly string[]): Promise<LeverageDocument> {
  const { code, stdout } = await folder.run(["leverage", ...args, "--json"]);
  expect(code).toBe(0);
  return v.parse(leverageDocumentSchema, JSON.parse(stdout));
}

describe("kronket leverage", () => {
  it("gives the exact score of every row, and bills one classical read for each", async () => {
    const document = await scoresOf(["a.csv"]);
    expect(document.seed).toBeNull();
    expect(document.parameters.method).toBe("exact");
    expect(document.result.rank).toBe(3);
    expect(document.result.scores).toHaveLength(500);
    document.result.scores.forEach((score, i) => {
      expect(Math.abs(Number(score) - exact.scores[i])).toBeLessThan(1e-12);
    });
    expect(document.totals).toEqual({ quantum: { A: 0 }, classical: { A: 500 } });
  });

  it("gives the same bytes again", async () => {
    const run = async () => (await folder.run(["leverage", "a.csv", "--json"])).stdout;
    expect(await run()).toBe(await run());
  });

  it("gives the rows with the largest scores, or those that are named", async () => {
    const order = Array.from(exact.scores, (_, i) => i).sort((a, b) => exact.scores[b] - exact.scores[a]);
    const top = await scoresOf(["a.csv", "--top", "4"]);
    expect(top.result.indices).toEqual(order.slice(0, 4));
    const named = await scoresOf(["a.csv", "--rows", "7,0,7"]);
    expect(named.result.indices).toEqual([7, 0, 7]);
    expect(named.result.scores[1]).toBeCloseTo(exact.scores[0], 12);
    const heading = async (...args: string[]) => (await folder.run(["leverage", "a.csv", ...args])).stdout;
    expect(await heading("--top", "4")).toContain("Rows with the largest scores, counted from 0");
    expect(await heading("--rows", "7")).toContain("The rows asked for, counted from 0");
    expect(named.totals.classical["A"]).toBe(500);
  });

  it("estimates scores by the quantum method within its bounds, one query a score", async () => {
    folder.write("tall.csv", gaussianCsv(8192, 2, 5));
    const truth = leverageScores(parseCsvMatrix(gaussianCsv(8192, 2, 5)).matrix).scores;
    const run = ["tall.csv", "--method", "quantum", "--epsilon", "0.9", "--fallback", "never", "--seed", "7"];
    const few = await scoresOf([...run, "--constant", "practical", "--rows", "1,5,9"]);
    expect(few.seed).toBe(7);
    const row = few.ledger.find(({ stage }) => stage === "scores");
    expect(row).toMatchObject({ oracle: "A", access: "classical", count: 3 });
    expect(few.totals.quantum["A"]).toBeGreaterThan(0);
    few.result.scores.forEach((score, e) => {
      const ratio = Number(score) / truth[[1, 5, 9][e]];
      expect(ratio).toBeGreaterThan(1 / 1.9);
      expect(ratio).toBeLessThan(1 / 0.1);
    });
    const all = await scoresOf([...run, "--constant", "practical"]);
    expect(all.result.scores).toHaveLength(8192);
    expect(all.result.scores[5]).toBe(few.result.scores[1]);
    expect(all.warnings.at(-1)).toMatch(/all 8192 scores cost 8192 row queries on top of the search/);
  });

  it.each([
    ["ridge", ["--lambda", "2"]],
    ["online", ["--lambda", "2"]],
    ["johnson-lindenstrauss", ["--seed", "3"]],
    ["count-sketch", ["--seed", "3", "--epsilon", "0.9", "--delta", "0.5"]],
    ["row-norm", []],
    ["uniform", []],
  ])("scores rows by method %s, with its parameters in the document", async (method, flags) => {
    const document = await scoresOf(["a.csv", "--method", method, ...flags]);
    const { scores, rank } = document.result;
    expect(scores).toHaveLength(500);
    expect(document.parameters).toMatchObject({ method });
    expect(document.seed).toBe(flags[0] === "--seed" ? 3 : null);
    expect(document.totals.classical["A"]).toBe(method === "uniform" ? 0 : 500);
    const sum = scores.reduce<number>((total, score) => total + Number(score), 0);
    if (method === "ridge") expect(sum).toBeLessThan(3);
    if (method === "online") expect(sum).toBeGreaterThan(3);
    if (method === "row-norm" || method === "uniform") expect(sum).toBeCloseTo(1, 9);
    expect(rank).toBe(["ridge", "johnson-lindenstrauss", "count-sketch"].includes(method) ? 3 : null);
    const report = await folder.run(["leverage", "a.csv", "--method", method, ...flags]);
    expect(report.code).toBe(0);
    expect(report.stdout).toContain(method);
    const named = await scoresOf(["a.csv", "--method", method, ...flags, "--rows", "4,2"]);
    expect(named.result.scores).toEqual([scores[4], scores[2]]);
  });

  it("scores the rows of A against those of B, null for a row outside their span", async () => {
    folder.write("b.csv", gaussianCsv(40, 3, 5, ["x", "y", "z"]));
    const document = await scoresOf(["a.csv", "--method", "generalised", "--against", "b.csv"]);
    const wanted = generalisedLeverage(
      parseCsvMatrix(text).matrix,
      parseCsvMatrix(gaussianCsv(40, 3, 5, ["x", "y", "z"])).matrix,
    );
    expect(document.result.scores).toEqual([...wanted.scores]);
    expect(document.result.rank).toBe(3);
    expect(document.inputs.map(({ name }) => name)).toEqual(["a.csv", "b.csv"]);
    expect(document.totals.classical).toEqual({ A: 500, B: 40 });
    folder.write("flat.csv", "x,y,z\n1,0,0\n0,1,0\n1,1,0\n");
    const flat = ["a.csv", "--method", "generalised", "--against", "flat.csv", "--allow-zero-columns"];
    const outside = await scoresOf([...flat, "--top", "2"]);
    expect(outside.result).toMatchObject({ scores: [null, null], indices: [0, 1], rank: 2 });
    const report = (await folder.run(["leverage", ...flat])).stdout;
    expect(report).toMatch(/sum of all scores ∞/);
    expect(report).toMatch(/above 1: 500 rows/);
  });

  it("refuses generalised scores without B, B without them, and a B of another width", async () => {
    const complaint = async (code: number, ...args: string[]) => {
      const run = await folder.run(["leverage", "a.csv", ...args]);
      expect([run.code, run.stdout]).toEqual([code, ""]);
      return run.stderr;
    };
    expect(await complaint(2, "--method", "generalised")).toMatch(/--against: expected the file of B/);
    expect(await complaint(2, "--against", "b.csv")).toMatch(
      /--against: expected --method generalised with it, got exact/,
    );
    folder.write("narrow.csv", "1,2\n3,4\n");
    expect(await complaint(3, "--method", "generalised", "--against", "narrow.csv")).toMatch(
      /narrow.csv: expected 3 columns as in a.csv, got 2; rows are scored against/,
    );
    expect(await complaint(3, "--method", "generalised", "--against", "absent.csv")).toMatch(/absent.csv/);
  });

  it("refuses a missing, superfluous or wrong ridge parameter before it reads", async () => {
    const complaint = async (...args: string[]) => {
      const { code, stdout, stderr } = await folder.run(["leverage", "absent.csv", ...args]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      return stderr;
    };
    expect(await complaint("--method", "ridge")).toMatch(
      /--lambda: expected a ridge parameter with --method ridge, got none/,
    );
    expect(await complaint("--lambda", "1")).toMatch(
      /--lambda: expected --method ridge or online with it, got exact/,
    );
    expect(await complaint("--method", "online", "--lambda", "0")).toMatch(/expected a number > 0, got 0/);
    expect(await complaint("--method", "ridge", "--lambda", "-1")).toMatch(/expected a number ≥ 0, got -1/);
    expect(await complaint("--method", "ridge", "--lambda", "much")).toMatch(/Expected a number, got "much"/);
    expect(await complaint("--method", "guess")).toMatch(/Allowed choices are exact, ridge/);
    expect(await complaint("--method", "count-sketch", "--epsilon", "1")).toMatch(
      /--epsilon: expected 0 < epsilon < 1/,
    );
  });

  it("gives one score per class of identical rows", async () => {
    const classes = [
      { count: 2 ** 40, row: [1, 0] },
      { count: 1, row: [0, 2] },
    ];
    folder.write("classes.json", JSON.stringify({ classes }));
    const document = await scoresOf(["classes.json"]);
    expect(document.result.counts).toEqual([2 ** 40, 1]);
    expect(document.result.scores[0]).toBeCloseTo(2 ** -40, 20);
    expect(document.result.scores[1]).toBeCloseTo(1, 12);
    const needle = await scoresOf(["classes.json", "--rows", `${2 ** 40},0`]);
    expect(needle.result.scores.map((score) => Math.round(Number(score)))).toEqual([1, 0]);
  });

  it("prints rank, sum, a table of rows and what was asked", async () => {
    const { code, stdout, stderr } = await folder.run(["leverage", "a.csv"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const part of ["rank 3, sum of all scores 3", "Rows with the largest scores", "total"]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/A +classical +row +read +read once +500 +measured/);
    expect(stdout).not.toContain("\x1b");
    const quantum = await folder.run([
      "leverage",
      "a.csv",
      "--method",
      "quantum",
      "--rows",
      "1",
      "--seed",
      "1",
    ]);
    expect(quantum.stdout).toMatch(/in all \d+ row queries; reading everything: 500/);
  });

  it("says that a seed has no effect on exact scores, and draws one for the others", async () => {
    expect((await folder.run(["leverage", "a.csv", "--seed", "1"])).stderr).toMatch(/--seed has no effect/);
    expect((await folder.run(["leverage", "a.csv", "--method", "quantum"])).stderr).toMatch(
      /^seed \d+ \(drawn/,
    );
  });

  it("ends with 130 when it is interrupted", async () => {
    const controller = new AbortController();
    controller.abort(new Error("SIGINT"));
    const { code, stdout, stderr } = await folder.run(["leverage", "a.csv"], { signal: controller.signal });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toMatch(/interrupted/);
  });
});
