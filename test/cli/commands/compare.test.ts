import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { studyFileSchema } from "../../../src/cli/documents/study-file-schema.ts";
import { planStudy } from "../../../src/index.ts";
import { cliFolder } from "../../support/cli-harness.ts";

const { path, write, run } = cliFolder();
const text = (name: string) => readFileSync(path(name), "utf8");
const study = {
  schema: "kronket/study/1",
  family: "kronecker-sketch",
  base: { n: 65536, d: 2, constant: 1 },
  sweeps: [
    { vary: "n", values: [4096, 16384, 262144] },
    { vary: "epsilon", values: [0.9, 0.5], methods: ["quantum-sketch", "leverage"] },
  ],
  methods: ["quantum-sketch", "quantum-search-only", "leverage", "uniform"],
  seeds: [1, 2],
};
write("study.json", JSON.stringify(study, null, 1));
const compare = (...args: string[]) => run(["compare", ...args, "-w", "1"]);

describe("kronket compare", () => {
  it("prints one document with the study, its conclusion, analysis and points, the same bytes each time", async () => {
    const first = await compare("study.json", "--json");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect((await compare("study.json", "--json")).stdout).toBe(first.stdout);
    const document = JSON.parse(first.stdout);
    expect(document.schema).toBe("kronket/compare/1");
    expect(document.points).toHaveLength(3 * 4 * 2 + 2 * 2 * 2);
    expect(document.conclusion[0]).toMatch(
      /^Against n .*quantum sketch asks fewer queries than .* \(Figure 1\)$/,
    );
    expect(document.analysis.sweeps[0].duels[0].crossovers[0]).toMatchObject({
      price: 1,
      counted: { kind: "at" },
    });
    expect(document.methods[0].costs[0]).toMatchObject({
      theorem: expect.any(String),
      latex: expect.stringContaining("\\sqrt"),
    });
    expect(first.stdout).not.toContain("milliseconds");
    // The study in the document is a study file again, of the same points.
    const again = planStudy(v.parse(studyFileSchema, document.study));
    expect(again.points).toEqual(planStudy(v.parse(studyFileSchema, study)).points.map((point) => point));
  }, 60_000);

  it("streams points as lines, and writes them and a table to a file", async () => {
    const { stdout } = await compare("study.json", "--ndjson");
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(32);
    expect(lines[0]).toMatchObject({
      schema: "kronket/point/1",
      family: "kronecker-sketch",
      method: "quantum-sketch",
      seed: 1,
    });
    const csv = await compare("study.json", "--csv", "--out", "points.csv");
    expect(csv.stdout).toBe("");
    const table = text("points.csv").trimEnd().split("\n");
    expect(table[0]).toContain("key,family,method,seed,n,d,q,epsilon");
    // One line a point and factor.
    expect(table).toHaveLength(1 + 2 * 32);
    expect(new Set(table.slice(1).map((line) => line.split(",")[0]))).toEqual(
      new Set(lines.map(({ key }) => key)),
    );
  }, 60_000);

  it("reports for people, with a page and Vega-Lite specifications, and keeps times out of results unless asked", async () => {
    const { stdout, stderr } = await compare("study.json", "--html", "report.html", "--vega", "figures");
    expect(stdout).toMatch(/^Spectral approximation of a Kronecker product\n\nConclusion\n {2}- Against n/);
    expect(stdout).toContain("no crossover in range");
    expect(stdout).toContain("Wall time of the simulation");
    expect(stderr).toContain("report written to report.html");
    const page = text("report.html");
    for (const part of [
      "Figure 1: against n",
      "crossover map",
      "The bill by stage",
      "Error against budget",
      "Lemma 4.1",
      "revision 1",
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain("NaN");
    expect(page).not.toContain("undefined");
    expect(readdirSync(path("figures")).sort()).toEqual([
      ...["bill-by-stage.vl.json", "crossover-map.vl.json", "errors.vl.json"],
      ...["sweep-1-n.vl.json", "sweep-2-epsilon.vl.json"],
    ]);
    expect(JSON.parse(text("figures/sweep-1-n.vl.json")).$schema).toContain("vega-lite/v5");
    const timed = await compare("study.json", "--json", "--times");
    expect(JSON.parse(timed.stdout).points[0].milliseconds).toBeGreaterThanOrEqual(0);
  }, 60_000);

  it("prints a study to start from, which it takes", async () => {
    const { stdout } = await run(["compare", "--print-study"]);
    expect(planStudy(v.parse(studyFileSchema, JSON.parse(stdout))).points.length).toBeGreaterThan(100);
  });

  it("keeps a named journal and takes its points from there", async () => {
    const args = ["study.json", "--ndjson", "--resume", "journal.ndjson"];
    const { stdout } = await compare(...args);
    expect(existsSync(path("journal.ndjson"))).toBe(true);
    const again = await compare(...args);
    expect(again.stdout).toBe(stdout);
    expect(again.stderr).toContain("going on from journal.ndjson: 32 points are there");
  }, 60_000);

  const flags: [string, string[], string][] = [
    [
      "two forms",
      ["study.json", "--json", "--csv"],
      "expected one of --json, --ndjson and --csv, got --json and --csv",
    ],
    [
      "a file and a family",
      ["study.json", "--family", "kronecker-sketch"],
      "expected a study file or --family, got both",
    ],
    ["a file to print", ["study.json", "--print-study"], "expected no study file with --print-study"],
    ["times for the report", ["study.json", "--times"], "expected --times with --json"],
    [
      "an unknown family",
      ["--family", "best"],
      "kronecker-sketch, leverage-inversion, matrix-sketch, regression, search, ",
    ],
    [
      "a queue and workers",
      ["study.json", "--queue", "redis://localhost"],
      "expected --queue or --workers, got both",
    ],
  ];
  it.each(flags)("refuses %s", async (_, args, message) => {
    const { code, stderr, stdout } = await compare(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  const files: [string, string, string][] = [
    [
      "an unknown key",
      '{"family":"kronecker-sketch",\n "sedes":[1]}',
      'bad.json:2:10: expected keys of a study at sedes, got the unknown key "sedes"',
    ],
    ["a missing key", '{"family":"kronecker-sketch"}', 'expected "seeds" at seeds, got undefined'],
    [
      "a value of another kind",
      '{"family":"kronecker-sketch","seeds":[1,\n"2"]}',
      'bad.json:2:1: expected number at seeds.1, got "2"',
    ],
    ["text that is not JSON", '{"family": kron}', "bad.json:1:12: expected"],
    [
      "a size that cannot fit",
      '{"family":"kronecker-sketch","seeds":[1],\n"base":{"matrix":"gaussian"},"sweeps":[{"vary":"n","values":[4096,\n1099511627776]}]}',
      "bad.json:3:1: sweeps[0].values[1]: n: expected at most 134217728 entries of gaussian factors",
    ],
    [
      "more columns than rows",
      '{"family":"kronecker-sketch","seeds":[1],"base":{"n":4,"d":4}}',
      "base: n: expected at least 2d = 8 rows, got 4",
    ],
    [
      "a product too wide",
      '{"family":"kronecker-sketch","seeds":[1],"base":{"d":64}}',
      "expected at most 512 columns of the product (d^q), got 4096",
    ],
    [
      "an accuracy that no list can hold",
      '{"family":"kronecker-sketch","seeds":[1],"base":{"epsilon":0.0001}}',
      "expected at most 16777216 tuples",
    ],
    ["nothing", "", "bad.json: expected"],
  ];
  it.each(files)("refuses a study with %s, with the place", async (_, content, message) => {
    write("bad.json", content);
    const { code, stderr, stdout } = await compare("bad.json");
    expect(stdout).toBe("");
    expect([3, 4]).toContain(code);
    expect(stderr).toContain(message);
  });

  it("refuses a place that cannot be written before anything runs", async () => {
    for (const flag of ["--out", "--html"]) {
      const { code, stderr } = await compare("study.json", flag, "missing/file");
      expect(code).toBe(3);
      expect(stderr).toContain("missing/file: expected a file that can be written");
    }
  });
});

describe("kronket worker", () => {
  it("refuses an address that is none and a server that is not there", async () => {
    expect(await run(["worker", "--queue", "localhost"])).toMatchObject({ code: 2 });
    const { code, stderr } = await run(["worker", "--queue", "redis://127.0.0.1:1"]);
    expect(code).toBe(3);
    expect(stderr).toContain("--queue: expected a Redis server at 127.0.0.1:1, got ECONNREFUSED");
  });
});
