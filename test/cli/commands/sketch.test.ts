import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { planDocumentSchema } from "../../../src/cli/documents/plan-document.ts";
import { type SketchDocument, sketchDocumentSchema } from "../../../src/cli/documents/sketch-document.ts";
import { certifyKronecker } from "../../../src/comparison/certify-kronecker.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";

const folder = cliFolder();
const [text1, text2] = [gaussianCsv(2048, 2, 1, ["x", "y"]), gaussianCsv(60, 2, 2)];
folder.write("a1.csv", text1);
folder.write("a2.csv", text2);
// The lower c and the forbidden fallback make the first factor search at a size that is quick to run.
const quick = ["--constant", "practical", "--epsilon", "0.9", "--fallback", "never"];
const base = ["sketch", "a1.csv", "a2.csv", ...quick];

function parsed(text: string): SketchDocument {
  return v.parse(sketchDocumentSchema, JSON.parse(text));
}

describe("kronket sketch --json", () => {
  it("prints one document of the promised form and nothing else", async () => {
    const { code, stdout, stderr } = await folder.run([...base, "--seed", "7", "--json"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    const document = parsed(stdout);
    expect(Object.keys(document).slice(0, 5)).toEqual(["schema", "version", "seed", "inputs", "parameters"]);
    expect(document).toMatchObject({
      schema: "kronket/sketch/1",
      seed: 7,
      inputs: [
        { name: "a1.csv", rows: 2048, columns: 2, columnNames: ["x", "y"] },
        { name: "a2.csv", rows: 60, columns: 2, columnNames: null },
      ],
      parameters: { epsilon: 0.9, delta: 0.05, level: "subspace", method: "two-stage", constant: 1 },
      certificate: { epsilon: 0.9, holds: true, rank: 4 },
    });
    expect(document.ledger.some(({ access }) => access === "quantum")).toBe(true);
  });

  it("sums the measured row queries up per access and oracle, 0 where there were none", async () => {
    const { stdout } = await folder.run([...base, "--seed", "7", "--json"]);
    const { ledger, totals } = parsed(stdout);
    for (const access of ["quantum", "classical"] as const) {
      for (const oracle of ["A1", "A2"]) {
        const sum = ledger
          .filter((entry) => entry.access === access && entry.oracle === oracle)
          .filter(({ unit, label }) => unit === "row" && label === "measured")
          .reduce((total, { count }) => total + (count ?? Number.NaN), 0);
        expect(totals[access][oracle]).toBe(sum);
      }
      expect(Object.keys(totals[access])).toEqual(["A1", "A2"]);
    }
    expect(totals.quantum["A1"]).toBeGreaterThan(0);
    expect(totals.quantum["A2"]).toBe(0);
    expect(totals.classical["A2"]).toBe(60);
  });

  it("lists the rows that its certificate is about", async () => {
    const { stdout } = await folder.run([...base, "--seed", "7", "--json"]);
    const { result, certificate } = parsed(stdout);
    const factors = [parseCsvMatrix(text1).matrix, parseCsvMatrix(text2).matrix];
    const again = certifyKronecker(
      factors,
      {
        order: 2,
        indices: Float64Array.from(result.rows.flatMap(({ index }) => index)),
        weights: Float64Array.from(result.rows, ({ weight }) => weight),
      },
      0.9,
    );
    expect(result.nonzeros).toBe(result.rows.length);
    expect(again).toEqual(certificate);
  });

  it("gives the same bytes for the same seed, and others for another", async () => {
    const run = async (seed: string) => (await folder.run([...base, "--seed", seed, "--json"])).stdout;
    const [first, second, other] = [await run("7"), await run("7"), await run("8")];
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    expect(await run("seven")).toContain('"seed": "seven"');
  });

  it("draws a seed when none is given, says so on stderr, and the run can be repeated with it", async () => {
    const drawn = await folder.run([...base, "--json"]);
    const seed = /^seed (\d+) /.exec(drawn.stderr)?.[1] ?? "";
    expect(parsed(drawn.stdout).seed).toBe(Number(seed));
    expect((await folder.run([...base, "--json", "--seed", seed])).stdout).toBe(drawn.stdout);
    const quiet = await folder.run([...base, "--json", "--quiet"]);
    expect(quiet.stderr).toBe("");
    expect(parsed(quiet.stdout).seed).not.toBe(Number(seed));
  });

  it("gives the same rows at levels amplitude and subspace", async () => {
    const run = async (level: string) =>
      parsed((await folder.run([...base, "--seed", "7", "--json", "--level", level])).stdout);
    const [plane, amplitudes] = [await run("subspace"), await run("amplitude")];
    expect(amplitudes.result).toEqual(plane.result);
    expect(amplitudes.totals).toEqual(plane.totals);
  });

  it("gives the same rows and bill at level gate, qubit by qubit", async () => {
    folder.write(
      "whole.csv",
      Array.from({ length: 64 }, (_, i) => `${(i * i) % 2},${(i >> 2) % 2}`).join("\n"),
    );
    const run = async (level: string) => {
      const { code, stdout } = await folder.run([
        ...["sketch", "whole.csv", "whole.csv", "--constant", "0.05", "--epsilon", "0.9", "--bits", "2"],
        ...["--fallback", "never", "--seed", "1", "--level", level, "--json"],
      ]);
      expect(code).toBe(0);
      return stdout;
    };
    expect((await run("gate")).replace('"level": "gate"', '"level": "subspace"')).toBe(await run("subspace"));
  });

  it.each(["many-copies", "one-at-a-time"])("runs method %s", async (method) => {
    const { code, stdout } = await folder.run([
      ...["sketch", "a2.csv", "a2.csv", "--epsilon", "0.9", "--constant", "0.2", "--seed", "7"],
      ...["--method", method, "--json"],
    ]);
    expect([0, 5]).toContain(code);
    expect(parsed(stdout).parameters.method).toBe(method);
  });

  it("leaves the certificate out with --no-certificate, but not the kind of search certificate", async () => {
    const { code, stdout } = await folder.run([
      ...[...base, "--seed", "7", "--json"],
      ...["--no-certificate", "--certificate", "bbht"],
    ]);
    expect(code).toBe(0);
    expect(parsed(stdout)).toMatchObject({ certificate: null, parameters: { certificate: "bbht" } });
  });

  it("takes more than two factors", async () => {
    const { stdout } = await folder.run([
      ...["sketch", "a2.csv", "a2.csv", "a2.csv", "--epsilon", "0.9", "--seed", "7", "--json"],
    ]);
    const document = parsed(stdout);
    expect(document.result.rows[0].index).toHaveLength(3);
    expect(document.totals.classical).toEqual({ A1: 60, A2: 60, A3: 60 });
  });

  it("prints a result whose certificate does not hold, and says so by exit code 5", async () => {
    const { code, stdout, stderr } = await folder.run([...base, "--seed", "7", "--draws", "3", "--json"]);
    expect(code).toBe(5);
    expect(parsed(stdout).certificate?.holds).toBe(false);
    expect(stderr).toMatch(/certificate does not hold/);
    expect(parsed(stdout).parameters.draws).toBe(3);
  });
});

describe("kronket sketch, input", () => {
  it("reads `-` from stdin, with the same result but for the name", async () => {
    const file = parsed((await folder.run([...base, "--seed", "7", "--json"])).stdout);
    const piped = await folder.run(["sketch", "-", "a2.csv", ...quick, "--seed", "7", "--json"], {
      stdin: text1,
    });
    expect(piped.code).toBe(0);
    const document = parsed(piped.stdout);
    expect(document.inputs[0]).toEqual({ ...file.inputs[0], name: "-" });
    expect(document.result).toEqual(file.result);
  });

  it("finds the format of stdin by its content, or is told", async () => {
    const json = JSON.stringify(Array.from({ length: 9 }, (_, i) => [1, i * i]));
    const run = (args: string[], stdin: string) =>
      folder.run(["sketch", "a2.csv", "-", "--seed", "1", "--json", ...args], { stdin });
    expect(parsed((await run([], json)).stdout).inputs[1]).toMatchObject({ rows: 9, columns: 2 });
    const told = await run(["--format", "csv"], json);
    expect(told.code).toBe(3);
    expect(told.stderr).toMatch(/^kronket: /);
  });

  it("keeps columns by name or index, for all files or for one, and puts ones first", async () => {
    folder.write("named.csv", gaussianCsv(40, 3, 3, ["p", "q", "r"]));
    const { code, stdout } = await folder.run([
      ...["sketch", "named.csv", "a2.csv", "--seed", "1", "--json"],
      ...["--columns", "1:r,p", "--columns", "1", "--intercept"],
    ]);
    expect(code).toBe(0);
    const { inputs, parameters } = parsed(stdout);
    expect(inputs[0]).toMatchObject({ columns: 3, columnNames: ["intercept", "r", "p"] });
    expect(inputs[1]).toMatchObject({ columns: 2 });
    expect(parameters.reading).toMatchObject({ columns: [["r", "p"], [1]], intercept: true });
  });

  it("leaves rows out that lack a value, when told to, and says how many", async () => {
    folder.write("gaps.csv", `${gaussianCsv(40, 2, 3)}1,\n,2\n`);
    const { code, stdout } = await folder.run([
      ...["sketch", "gaps.csv", "a2.csv", "--seed", "1", "--json", "--missing", "skip-row"],
    ]);
    expect(code).toBe(0);
    expect(parsed(stdout).inputs[0]).toMatchObject({ rows: 40, skippedRows: 2 });
    expect(parsed(stdout).warnings).toContain("gaps.csv: 2 rows that lack a value are left out.");
  });

  it("works on blocks of identical rows beyond memory", async () => {
    const classes = [
      { count: 2 ** 29, row: [1, 0] },
      { count: 2 ** 29 - 1, row: [0, 1] },
      { count: 1, row: [5, 5] },
    ];
    folder.write("classes.json", JSON.stringify({ classes }));
    const { code, stdout } = await folder.run([
      ...["sketch", "classes.json", "a2.csv", "--epsilon", "0.9", "--seed", "7", "--json"],
    ]);
    expect(code).toBe(0);
    const { inputs, totals } = parsed(stdout);
    expect(inputs[0].rows).toBe(2 ** 30);
    expect(totals.quantum["A1"]).toBeLessThan(2 ** 30 / 20);
  });
});

describe("kronket sketch, report", () => {
  it("shows parameters, rows, certificate, bill, rival and warnings without any escape codes", async () => {
    const { code, stdout, stderr } = await folder.run([...base, "--seed", "7"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const text of [
      "a1.csv  2 048 × 2  (x, y)",
      "ε = 0.9, δ = 0.05, c = 1",
      "seed 7",
      "Certificate: holds",
      "halving level 0",
      "read each factor once:  2 048 + 60 = 2 108 rows",
      "the honest answer is to read everything",
      "Failure budget",
      "coherent access to the rows",
    ]) {
      expect(stdout.replaceAll("\u202f", " ")).toContain(text);
    }
    expect(stdout).not.toContain("\x1b");
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it("is coloured on a terminal only, and never with NO_COLOR", async () => {
    const args = [...base, "--seed", "7"];
    expect((await folder.run(args, { tty: true })).stdout).toContain("\x1b[");
    const plain = await folder.run(args, { tty: true, env: { NO_COLOR: "1" } });
    expect(plain.stdout).not.toContain("\x1b");
    expect(plain.stderr).not.toContain("\x1b[3");
  });

  it("says speed-up only where the counts show one", async () => {
    const { stdout } = await folder.run([...base, "--seed", "7"]);
    expect(stdout).not.toContain("speed-up");
    const large = await folder.run([
      ...["sketch", "classes.json", "a2.csv", "--epsilon", "0.9", "--seed", "7", "--no-certificate"],
    ]);
    expect(large.stdout).toContain("a speed-up in row queries on this input");
  });
});

describe("kronket sketch --out", () => {
  it("writes the document to the file and prints the report, or nothing with --json", async () => {
    const document = (await folder.run([...base, "--seed", "7", "--json"])).stdout;
    const report = await folder.run([...base, "--seed", "7", "--out", "r.json"]);
    expect(report.code).toBe(0);
    expect(report.stdout).toContain("Certificate: holds");
    expect(readFileSync(folder.path("r.json"), "utf8")).toBe(document);
    expect(existsSync(folder.path("r.json.partial"))).toBe(false);
    const silent = await folder.run([...base, "--seed", "7", "--out", "r.json", "--json", "--quiet"]);
    expect(silent).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("refuses a place that cannot be written before anything is read", async () => {
    const { code, stderr } = await folder.run(["sketch", "missing.csv", "a2.csv", "--out", "no/r.json"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/no\/r\.json: expected a file that can be written/);
  });
});

describe("kronket sketch --dry-run", () => {
  it("predicts queries, qubits and bytes and runs nothing", async () => {
    const { code, stdout } = await folder.run([...base, "--seed", "7", "--dry-run", "--json"]);
    expect(code).toBe(0);
    const document = v.parse(planDocumentSchema, JSON.parse(stdout));
    expect(document.predicted.ledger.every(({ label }) => label !== "measured")).toBe(true);
    expect(document.registers[0]).toMatchObject({ name: "A1", index: 11, flag: 1 });
    expect(document.limits.memory.bytes).toBeGreaterThan(2048 * 2 * 8);
    expect(document.limits.memory.fits).toBe(true);
  });

  it("predicts what the run then sets beside its counts", async () => {
    const plan = JSON.parse((await folder.run([...base, "--seed", "7", "--dry-run", "--json"])).stdout);
    const run = JSON.parse((await folder.run([...base, "--seed", "7", "--json"])).stdout);
    expect(run.predicted).toEqual(plan.predicted);
    expect(run.parameters).toEqual(plan.parameters);
  });

  it("answers even where a run would be refused", async () => {
    const { code, stdout } = await folder.run([...base, "--seed", "7", "-n", "--max-memory", "48K"]);
    expect(code).toBe(0);
    expect(stdout).toContain("too much, raise --max-memory");
    const time = await folder.run([...base, "--seed", "7", "-n", "--max-seconds", "1e-6"]);
    expect(time.stdout).toContain("too much, raise --max-seconds");
  });

  it("shows a readable table", async () => {
    const { stdout } = await folder.run([...base, "--seed", "7", "--dry-run"]);
    for (const text of ["nothing was run", "expected in all", "Qubits of the modelled circuit", "Memory"]) {
      expect(stdout).toContain(text);
    }
  });
});
