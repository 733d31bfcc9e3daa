import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  systemDocumentSchema,
  systemListDocumentSchema,
} from "../../../src/cli/documents/system-document.ts";
import { cliFolder } from "../../support/cli-harness.ts";

const { run, path } = cliFolder();

async function json(args: readonly string[]) {
  const { code, stdout, stderr } = await run(["system", ...args, "--json"]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return v.parse(systemDocumentSchema, JSON.parse(stdout));
}

const small = {
  "leverage-inversion": ["--param", "n=30", "--param", "d=3", "--param", "radius=0.05"],
  "two-layer-newton": ["--param", "n=80", "--param", "d=3", "--param", "m=5", "--param", "sketchRows=60"],
  "accelerated-sgd": ["--param", "d=10", "--param", "T=60", "--param", "pairs=200"],
} as const;

describe("kronket system", () => {
  it("without a name lists the systems, as text and as JSON", async () => {
    const text = await run(["system"]);
    expect(text.code).toBe(0);
    for (const name of Object.keys(small)) expect(text.stdout).toContain(name);
    const { stdout } = await run(["system", "--json"]);
    const document = v.parse(systemListDocumentSchema, JSON.parse(stdout));
    const found = document.systems.find(({ name }) => name === "leverage-inversion");
    expect(found?.parameters["interior"]).toMatchObject({ kind: "flag", default: true });
  });

  it("inverts leverage scores: the keys are in result, the errors small, the bills of all methods there", async () => {
    const { result, parameters, ledger, work, notes, study } = await json([
      "leverage-inversion",
      ...small["leverage-inversion"],
      "--seed",
      "7",
    ]);
    expect(study).toBe(false);
    expect(parameters).toMatchObject({ n: 30, d: 3, radius: 0.05, interior: true });
    expect(result["jacobianError"]).toBeLessThan(1e-6);
    expect(result["gradientError"]).toBeLessThan(1e-7);
    expect(result["hessianError"]).toBeLessThan(1e-7);
    expect(result["finalDistance"]).toBeLessThan(1e-6);
    expect((result["distances"] as number[])[0]).toBeCloseTo(0.05, 12);
    expect(result["sketchRows"]).toBe(30);
    expect(new Set(ledger.map(({ method }) => method))).toEqual(new Set(work.map(({ method }) => method)));
    expect(work[0].flops).toBeGreaterThan(0);
    expect(notes.join()).toContain("no gain to claim");
    expect(notes.join()).not.toContain("speed-up");
  });

  it("fits two layers: exact Newton ends at rounding, the sketch on its way there", async () => {
    const { result, notes } = await json(["two-layer-newton", ...small["two-layer-newton"], "--seed", "7"]);
    expect(result["gradientError"]).toBeLessThan(1e-7);
    expect(result["hessianError"]).toBeLessThan(1e-7);
    const exact = result["exactDistances"] as number[];
    const sketched = result["sketchedDistances"] as number[];
    expect(exact[exact.length - 1]).toBeLessThan(1e-12);
    expect(sketched[sketched.length - 1]).toBeLessThan(1e-9);
    expect(sketched.length).toBeGreaterThan(exact.length);
    expect(notes.join()).not.toContain("speed-up");
  });

  it("accelerates SGD: identities to 1e-12, and a bound that is no better than that of plain SGD", async () => {
    const { result, ledger } = await json(["accelerated-sgd", ...small["accelerated-sgd"], "--seed", "7"]);
    expect(result["identityError"]).toBeLessThan(1e-12);
    expect(result["boundFactor"]).toBeGreaterThanOrEqual(1);
    expect(ledger.every(({ unit, count }) => unit === "gradient" && count === 60)).toBe(true);
  });

  it.each(Object.entries(small))("%s gives the same bytes for the same seed", async (name, args) => {
    const command = ["system", name, ...args, "--seed", "text", "--json"];
    expect((await run(command)).stdout).toBe((await run(command)).stdout);
  });

  it.each(Object.entries(small))(
    "%s writes a report with its results, bills and notes",
    async (name, args) => {
      const { code, stdout, stderr } = await run(["system", name, ...args, "--seed", "7"]);
      expect([code, stderr]).toEqual([0, ""]);
      for (const part of [name, "seed 7", "Bill of ", "peak words", "Notes"]) expect(stdout).toContain(part);
    },
  );

  it("draws a seed and says it when none is given", async () => {
    const { stderr, stdout } = await run([
      "system",
      "accelerated-sgd",
      ...small["accelerated-sgd"],
      "--json",
    ]);
    expect(stderr).toContain(`seed ${JSON.parse(stdout).seed} (drawn`);
  });

  it("writes the document to a file with --out", async () => {
    const args = [
      "system",
      "accelerated-sgd",
      ...small["accelerated-sgd"],
      "--seed",
      "7",
      "--out",
      "sgd.json",
    ];
    const { code, stdout } = await run([...args, "--json"]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(path("sgd.json"), "utf8")).schema).toBe("kronket/system/1");
  });

  it("prints the parameters of the systems with --help, and those of one with its name", async () => {
    const all = await run(["system", "--help"]);
    expect(all.code).toBe(0);
    for (const part of ["Usage: kronket system", "sketchRows", "a whole number from 1 to 32", "decay"]) {
      expect(all.stdout).toContain(part);
    }
    const one = await run(["system", "two-layer-newton", "--help"]);
    expect(one.stdout).toContain("sketchRows");
    expect(one.stdout).not.toContain("decay");
  });

  it("can be interrupted", async () => {
    const signal = AbortSignal.abort(new Error("stop"));
    const { code, stdout, stderr } = await run(["system", "leverage-inversion", "--seed", "1"], { signal });
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr).toContain("interrupted; nothing is kept");
  });
});

describe("kronket system refuses with exit code 4", () => {
  it("a matrix that is too big, before it is made", async () => {
    const args = ["two-layer-newton", "--param", "n=1000000", "--param", "m=1000", "--seed", "1"];
    const { code, stderr } = await run(["system", ...args]);
    expect(code).toBe(4);
    expect(stderr).toMatch(/expected at most 134217728 entries of A, got 1000000000 entries of A/);
  });
});

describe("kronket system refuses with exit code 2", () => {
  it.each([
    [["nonsense"], /expected one of accelerated-sgd, .*, got "nonsense"/],
    [["nonsense", "--help"], /got "nonsense"/],
    [["--param", "n=3"], /expected the name of a system with --param, got none/],
    [["accelerated-sgd", "--param", "n=3"], /expected parameters among d, T, .*, got n/],
    [["accelerated-sgd", "--param", "d"], /Expected key=value, such as n=60, got "d"/],
    [["accelerated-sgd", "--param", "d=2", "--param", "d=3"], /Expected a value for d once, got two/],
    [
      ["accelerated-sgd", "--param", "d=many"],
      /--param: expected d to be a whole number from 1 to 10000, got "many"/,
    ],
    [["accelerated-sgd", "--param", "d=2.5"], /expected d to be a whole number from 1 to 10000, got 2.5/],
    [["accelerated-sgd", "--param", "lr=-1"], /expected lr to be a number from/],
    [["accelerated-sgd", "--param", "v=up"], /expected v to be one of none, momentum, random, got "up"/],
    [["accelerated-sgd", "--param", "reject=maybe"], /expected reject to be true or false, got "maybe"/],
    [["leverage-inversion", "--param", "n=4", "--param", "d=4"], /expected more rows n than columns d/],
    [["two-layer-newton", "--param", "sketchRows=1"], /expected sketchRows ≥ 5/],
    [["two-layer-newton", "--param", "m=auto"], /expected m to be a whole number/],
    [["constructor"], /got "constructor"/],
    [["accelerated-sgd", "--param", "constructor=1"], /got constructor/],
  ])("%o", async (args, message) => {
    const { code, stdout, stderr } = await run(["system", ...args, "--seed", "1"]);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, ""]);
  });
});
