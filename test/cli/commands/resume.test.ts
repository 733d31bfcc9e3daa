import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  type CheckpointDocument,
  checkpointDocumentSchema,
} from "../../../src/cli/documents/checkpoint-document.ts";
import { packCheckpoint } from "../../../src/cli/run/pack-checkpoint.ts";
import {
  approximateKronecker,
  parseCsvMatrix,
  parseJsonMatrix,
  type RealMatrix,
  rowOracle,
  type SketchCheckpoint,
  seededRandom,
} from "../../../src/index.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";

const folder = cliFolder();
const text1 = gaussianCsv(2048, 2, 1, ["x", "y"]);
const text2 = gaussianCsv(700, 2, 2);
const classes = JSON.stringify({
  classes: [
    { count: 20_000, row: [1, 0] },
    { count: 5, row: [2, 3] },
  ],
});
folder.write("a1.csv", text1);
folder.write("a2.csv", text2);
folder.write("a3.json", classes);
const matrices: Record<string, RealMatrix> = {
  "a1.csv": parseCsvMatrix(text1).matrix,
  "a2.csv": parseCsvMatrix(text2).matrix,
  "a3.json": parseJsonMatrix(classes).matrix,
};
const quick = ["--constant", "practical", "--epsilon", "0.8", "--fallback", "never", "--seed", "5", "--json"];

/** All checkpoints of a run, as files that differ from those of the command line in nothing. */
function checkpointsOf(
  names: readonly string[],
  document: { version: string; inputs: unknown; parameters: unknown },
) {
  const factors = names.map((name) => matrices[name]);
  const checkpoints: SketchCheckpoint[] = [];
  approximateKronecker(
    factors.map((factor) => rowOracle(factor)),
    {
      ...{ epsilon: 0.8, delta: 0.05, constant: 1, fallback: "never", random: seededRandom(5) },
      onCheckpoint: (checkpoint) => checkpoints.push(checkpoint),
    },
  );
  const { version, inputs, parameters } = document;
  return checkpoints.map((checkpoint) => ({
    schema: "kronket/sketch-checkpoint/1",
    ...{ version, seed: 5, inputs, parameters },
    ...packCheckpoint(checkpoint, factors),
  }));
}

/**
 * Interrupts runs of a command until one is caught after its first stage and before its end. The wait is corrected after
 * each run, longer if it was stopped too early and shorter if it got through, so that no speed of the machine is assumed.
 */
async function interruptMidway(args: readonly string[], isMidway: (stderr: string) => boolean) {
  let wait = 10;
  for (let attempt = 0; attempt < 200; attempt++) {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new Error("SIGINT")), wait);
    const result = await folder.run(args, { signal: controller.signal });
    clearTimeout(timer);
    if (result.code === 130 && isMidway(result.stderr)) return result;
    expect([0, 130]).toContain(result.code);
    wait = result.code === 0 ? Math.max(1, wait * 0.7) : wait * 1.15 + 1;
  }
  throw new Error("no run was caught midway in 200 attempts");
}

describe("kronket sketch --resume", () => {
  it.each([[["a1.csv", "a2.csv"]], [["a3.json", "a1.csv"]]])(
    "goes on from every checkpoint of %j to the bytes of a run that was not disturbed",
    async (names) => {
      const undisturbed = await folder.run(["sketch", ...names, ...quick]);
      expect(undisturbed.code).toBe(0);
      const checkpoints = checkpointsOf(names, JSON.parse(undisturbed.stdout));
      expect(checkpoints.length).toBeGreaterThan(6);
      for (const checkpoint of checkpoints) {
        v.parse(checkpointDocumentSchema, checkpoint);
        folder.write("checkpoint.json", JSON.stringify(checkpoint));
        const resumed = await folder.run(["sketch", ...names, "--resume", "checkpoint.json", "--json"]);
        expect(resumed.stderr).toBe("");
        expect(resumed.stdout).toBe(undisturbed.stdout);
      }
    },
  );

  it("goes on after interruptions at random moments, with --out and without", async () => {
    const names = ["a1.csv", "a2.csv"];
    const undisturbed = (await folder.run(["sketch", ...names, ...quick])).stdout;
    for (const out of [["--out", "r.json"], []]) {
      const file = out.length > 0 ? "r.json.partial" : "kronket-5.partial.json";
      await interruptMidway(["sketch", ...names, ...quick, ...out], (text) => text.includes("--resume"));
      let from: string[] = ["--resume", file];
      for (let attempt = 0; ; attempt++) {
        const controller = new AbortController();
        // A little later with every attempt, so that the run gets through in the end.
        const timer = setTimeout(() => controller.abort(new Error("SIGINT")), 5 + 7 * attempt);
        const args =
          from.length > 0 ? ["sketch", ...names, ...from, "--json"] : ["sketch", ...names, ...quick];
        const { code, stdout, stderr } = await folder.run([...args, ...out], { signal: controller.signal });
        clearTimeout(timer);
        if (code === 0) {
          expect(out.length > 0 ? readFileSync(folder.path("r.json"), "utf8") : stdout).toBe(undisturbed);
          break;
        }
        expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
        expect(stderr).toMatch(/^kronket: interrupted/);
        if (stderr.includes("--resume")) {
          expect(stderr).toContain(`kronket sketch a1.csv a2.csv --resume ${file}`);
          v.parse(checkpointDocumentSchema, JSON.parse(readFileSync(folder.path(file), "utf8")));
          from = ["--resume", file];
        }
      }
      expect(existsSync(folder.path("r.json.partial"))).toBe(false);
      rmSync(folder.path("kronket-5.partial.json"), { force: true });
    }
    expect(readdirSync(folder.path(".")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }, 60_000);

  it("says that it was interrupted even when the checkpoint cannot be kept", async () => {
    mkdirSync(folder.path("kronket-5.partial.json"));
    const { stderr } = await interruptMidway(["sketch", "a1.csv", "a2.csv", ...quick], (text) =>
      text.includes("could not be written to kronket-5.partial.json"),
    );
    expect(stderr).toMatch(/^kronket: interrupted; .*; pass --out with a place that can be written\n$/);
    rmSync(folder.path("kronket-5.partial.json"), { recursive: true });
  }, 60_000);

  it.skipIf(process.platform === "win32")("puts no checkpoint beside a device", async () => {
    symlinkSync("/dev/null", folder.path("nowhere"));
    const before = readdirSync(folder.path("."));
    const { code } = await folder.run(["sketch", "a1.csv", "a2.csv", ...quick, "--out", "nowhere"]);
    expect(code).toBe(0);
    expect(readdirSync(folder.path("."))).toEqual(before);
    expect(statSync(folder.path("nowhere")).isCharacterDevice()).toBe(true);
  });
});

describe("kronket sketch --resume refuses", () => {
  const names = ["a1.csv", "a2.csv"];
  const complaint = async (document: unknown, args: readonly string[] = [], files = names) => {
    writeFileSync(
      folder.path("bad.json"),
      typeof document === "string" ? document : JSON.stringify(document),
    );
    const result = await folder.run(["sketch", ...files, "--resume", "bad.json", ...args]);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 3, stdout: "" });
    return result.stderr;
  };
  const good = async (): Promise<CheckpointDocument> => {
    const { stdout } = await folder.run(["sketch", ...names, ...quick, "--dry-run"]);
    const [, checkpoint] = checkpointsOf(names, JSON.parse(stdout));
    return v.parse(checkpointDocumentSchema, checkpoint);
  };

  it("files that are not checkpoints", async () => {
    expect(await complaint("not json")).toMatch(
      /bad\.json: expected a checkpoint of kronket sketch, got text that is not JSON/,
    );
    expect(await complaint({ schema: "kronket/sketch/1" })).toMatch(
      /got a file that is none \("kronket\/sketch\/1"\)/,
    );
    const missing = await folder.run(["sketch", ...names, "--resume", "absent.partial"]);
    expect(missing).toMatchObject({ code: 3 });
    expect(missing.stderr).toMatch(/absent\.partial: expected a readable file, got no such file/);
  });

  it("checkpoints with missing or damaged parts", async () => {
    const { ledger: _, ...rest } = await good();
    expect(await complaint(rest)).toMatch(/at ledger; the file is damaged/);
    const document = await good();
    const [state, ...others] = document.factors;
    const damaged = { ...state, rows: { ...state.rows, weights: "AAAA" } };
    expect(await complaint({ ...document, factors: [damaged, ...others] })).toMatch(/damaged/);
    const beyond = { ...state, exact: true, rows: { columns: 2, subset: "/////w==" } };
    expect(await complaint({ ...document, factors: [beyond, ...others] })).toMatch(/row numbers below 2048/);
  });

  it("other files, and the same files in another order", async () => {
    const document = await good();
    expect(await complaint(document, [], ["a2.csv", "a1.csv"])).toMatch(
      /bad\.json: expected the checkpoint of a run with a2\.csv .*got one with a1\.csv .*same order/,
    );
    expect(await complaint(document, [], ["a1.csv", "a2.csv", "a2.csv"])).toMatch(
      /run with 3 files, got one with 2/,
    );
    folder.write("a1-changed.csv", `${text1}0,0\n`);
    expect(await complaint(document, [], ["a1-changed.csv", "a2.csv"])).toMatch(/a1-changed\.csv/);
  });

  it("options that differ, and takes those that are not given from the file", async () => {
    const document = await good();
    for (const [flag, value, pattern] of [
      ["--epsilon", "0.5", /with epsilon 0\.5, got one with epsilon 0\.8; leave --epsilon out/],
      ["--seed", "6", /with seed 6, got one with seed 5/],
      ["--constant", "rigorous", /with constant 3, got one with constant 1/],
      ["--method", "many-copies", /with method many-copies/],
      ["--missing", "skip-row", /with missing skip-row/],
      ["--columns", "1", /with columns \[\[1\],\[1\]\]/],
    ] as const) {
      expect(await complaint(document, [flag, value])).toMatch(pattern);
    }
    writeFileSync(folder.path("bad.json"), JSON.stringify(document));
    const agreeing = await folder.run(["sketch", ...names, ...quick, "--resume", "bad.json"]);
    expect(agreeing.code).toBe(0);
  });
});
