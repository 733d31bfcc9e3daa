import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type RegressDocument, regressDocumentSchema } from "../../../src/cli/documents/regress-document.ts";
import { regressChoices, sketchChoices } from "../../../src/cli/options/regress-choices.ts";
import { leastSquares } from "../../../src/matrix/algebra/least-squares.ts";
import { kroneckerProduct } from "../../../src/matrix/kronecker/kronecker-product.ts";
import { parseCsvMatrix } from "../../../src/matrix/readers/parse-csv-matrix.ts";
import { cliFolder } from "../../support/cli-harness.ts";
import { gaussianCsv } from "../../support/gaussian-csv.ts";
import { largestDifference } from "../../support/real-dense.ts";

const folder = cliFolder();
const text = gaussianCsv(400, 3, 4, ["x", "y", "z"]);
folder.write("a.csv", text);
const matrix = parseCsvMatrix(text).matrix;
const b = Array.from({ length: 400 }, (_, i) => {
  const [x, y, z] = matrix.row(i);
  return 2 * x - y + 0.5 * z + Math.sin(i);
});
folder.write("b.csv", `${b.join("\n")}\n`);
const best = leastSquares(matrix, Float64Array.from(b));

async function regress(args: readonly string[], code = 0): Promise<RegressDocument> {
  const result = await folder.run(["regress", ...args, "--json"]);
  expect(result.code, result.stderr).toBe(code);
  return v.parse(regressDocumentSchema, JSON.parse(result.stdout));
}

async function complaint(code: number, ...args: string[]): Promise<string> {
  const result = await folder.run(["regress", ...args]);
  expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: "" });
  return result.stderr;
}

describe("kronket regress", () => {
  it("gives coefficients and residual of least squares, and bills one read for each row and entry", async () => {
    const document = await regress(["a.csv", "b.csv"]);
    expect(document.seed).toBeNull();
    expect(largestDifference(document.result.coefficients, best.coefficients)).toBeLessThan(1e-12);
    expect(document.result.residualNorm).toBeCloseTo(best.residualNorm, 10);
    expect([document.result.rank, document.certificate]).toEqual([3, null]);
    expect(document.totals).toEqual({ quantum: { A: 0 }, classical: { A: 400 } });
    expect(document.ledger.find(({ oracle }) => oracle === "b")).toMatchObject({ unit: "entry", count: 400 });
  });

  it.each(regressChoices)(
    "solves by method %s, near the least residual, the same bytes again",
    async (method) => {
      const args = [
        "a.csv",
        "b.csv",
        "--method",
        method,
        ...(method === "ridge" ? ["--lambda", "0.001"] : []),
      ];
      if (!["qr", "normal-equations", "ridge", "l1"].includes(method)) args.push("--seed", "5");
      const document = await regress(args);
      const { coefficients, residualNorm } = document.result;
      expect(largestDifference(coefficients, best.coefficients)).toBeLessThan(0.3);
      if (document.parameters.norm === 2) expect(residualNorm).toBeLessThan(1.5 * best.residualNorm);
      expect(document.parameters.method).toBe(method);
      const certified = ["sketch-and-solve", "sampled", "l1-sampled", "quantum"].includes(method);
      expect(document.certificate !== null).toBe(certified);
      if (document.certificate !== null)
        expect(document.certificate.factor).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(await regress(args)).toEqual(document);
    },
  );

  it.each(sketchChoices)("sketches by %s, with as many rows as asked", async (sketch) => {
    const args = ["a.csv", "b.csv", "--method", "sketch-and-solve", "--sketch", sketch, "--seed", "2"];
    const document = await regress([...args, "--sketch-rows", "128"]);
    expect(document.parameters.sketch).toBe(sketch);
    expect(document.result.sketchRows).toBeLessThanOrEqual(128);
    expect(document.totals.classical["A"]).toBe(sketch === "uniform" ? document.result.sketchRows : 400);
    expect(document.certificate!.promised).toBeNull();
    expect((await regress(args)).result.sketchRows).toBeGreaterThan(0);
  });

  it("solves Kronecker products without forming them", async () => {
    const factors = [gaussianCsv(20, 2, 7), gaussianCsv(15, 2, 8)];
    folder.write("a1.csv", factors[0]);
    folder.write("a2.csv", factors[1]);
    const right = gaussianCsv(300, 1, 9);
    folder.write("b12.csv", right);
    const product = kroneckerProduct(factors.map((factor) => parseCsvMatrix(factor).matrix));
    const expected = leastSquares(product, parseCsvMatrix(right).matrix.data);
    const plain = await regress(["a1.csv", "a2.csv", "b12.csv"]);
    expect(largestDifference(plain.result.coefficients, expected.coefficients)).toBeLessThan(1e-12);
    expect(plain.totals.classical).toEqual({ A1: 20, A2: 15 });
    for (const method of ["sampled", "quantum", "ridge"]) {
      const flags = method === "ridge" ? ["--lambda", "0.1"] : ["--seed", "3", "--epsilon", "0.9"];
      const document = await regress(["a1.csv", "a2.csv", "b12.csv", "--method", method, ...flags]);
      expect(document.result.residualNorm).toBeLessThan(1.9 * expected.residualNorm);
    }
  });

  it("takes columns of one file as A and b, a column of ones for A alone, and b that is zero", async () => {
    const document = await regress(["a.csv", "a.csv", "-c", "1:x,y", "-c", "2:z", "--intercept"]);
    expect(document.inputs.map(({ columnNames }) => columnNames)).toEqual([["intercept", "x", "y"], ["z"]]);
    expect(document.result.coefficients).toHaveLength(3);
    folder.write("zero.csv", "0\n".repeat(400));
    expect((await regress(["a.csv", "zero.csv"])).result.coefficients).toEqual([0, 0, 0]);
  });

  it("prints coefficients with their names, residual, certificate and bill", async () => {
    const args = ["regress", "a.csv", "b.csv", "--method", "sampled", "--seed", "1"];
    const { code, stdout } = await folder.run(args);
    expect(code).toBe(0);
    for (const part of [
      "method sampled",
      "certificate: ",
      "at most 1.5 was promised: holds",
      "Coefficients",
    ]) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/0 +x +\d/);
    expect(stdout).toMatch(/b +classical +entry +read +right-hand side/);
  });

  it("ends with 5 when the certificate does not hold, and keeps the result", async () => {
    // A constant far below the rigorous one keeps so few rows that the fit is nearly arbitrary.
    const noise = gaussianCsv(400, 1, 77);
    folder.write("noise.csv", noise);
    const codes: number[] = [];
    for (let seed = 0; seed < 6; seed++) {
      const args = ["a.csv", "noise.csv", "--method", "quantum", "--constant", "0.001", "--delta", "0.99"];
      const result = await folder.run([
        "regress",
        ...args,
        "--epsilon",
        "0.0001",
        "--seed",
        String(seed),
        "--json",
      ]);
      codes.push(result.code);
      if (result.code !== 5) continue;
      expect(v.parse(regressDocumentSchema, JSON.parse(result.stdout)).certificate!.holds).toBe(false);
      expect(result.stderr).toMatch(
        /the certificate does not hold: the residual is [\d.]+ times the least one/,
      );
    }
    expect(codes.every((code) => code === 0 || code === 5)).toBe(true);
  });
});

describe("kronket regress refuses", () => {
  it("flags that do not go together, before any file is opened", async () => {
    expect(await complaint(2, "a.csv")).toMatch(/expected at least 2 files, the matrix and b, got 1/);
    expect(await complaint(2, "absent.csv", "b.csv", "--method", "guess")).toMatch(/Allowed choices are qr/);
    expect(await complaint(2, "absent.csv", "b.csv", "--method", "ridge")).toMatch(
      /--lambda: expected a ridge parameter/,
    );
    expect(await complaint(2, "absent.csv", "b.csv", "--lambda", "1")).toMatch(
      /expected --method ridge with it, got qr/,
    );
    expect(await complaint(2, "absent.csv", "b.csv", "--method", "ridge", "--lambda", "-1")).toMatch(
      /number ≥ 0, got -1/,
    );
    expect(await complaint(2, "absent.csv", "b.csv", "--sketch", "gaussian")).toMatch(
      /--sketch: expected --method sketch-and-solve/,
    );
    expect(await complaint(2, "absent.csv", "b.csv", "--sketch-rows", "9")).toMatch(
      /--sketch-rows: expected --method/,
    );
    expect(await complaint(2, "absent.csv", "b.csv", "b.csv", "--method", "l1")).toMatch(
      /for a Kronecker product, got l1/,
    );
    expect(await complaint(2, "absent.csv", "b.csv", "--method", "sampled", "--epsilon", "0")).toMatch(
      /--epsilon: expected 0 < epsilon/,
    );
    expect(await complaint(2, "-", "-")).toMatch(/stdin\) once, got it twice/);
  });

  it("right-hand sides that do not fit, with the file", async () => {
    folder.write("short.csv", "1\n2\n3\n");
    folder.write("gap.csv", `v\n${b.map((value, i) => (i === 7 ? "" : value)).join("\n")}\n`);
    expect(await complaint(3, "a.csv", "short.csv")).toMatch(
      /short\.csv: expected 400 values, one for each row of A, got 3/,
    );
    expect(await complaint(3, "a.csv", "a.csv")).toMatch(
      /a\.csv: expected one column in b, got 3; choose it with --columns 2:NAME/,
    );
    expect(await complaint(3, "a.csv", "absent.csv")).toMatch(/absent\.csv: expected a readable file/);
    expect(await complaint(3, "a.csv", "gap.csv")).toMatch(/gap\.csv:9:1: .*pass --missing skip-row/);
    expect(await complaint(3, "a.csv", "gap.csv", "--missing", "skip-row")).toMatch(
      /1 rows left out; rows of A and values of b/,
    );
    folder.write("text.csv", "1\nx\n2\n");
    expect(await complaint(3, "a.csv", "text.csv")).toMatch(/text\.csv:2:1: expected a number/);
  });

  it("normal equations that break down, and a limit of memory", async () => {
    const twins = Array.from({ length: 30 }, (_, i) => `${i},${i + (i % 2) * 1e-9}`).join("\n");
    folder.write("twins.csv", twins);
    folder.write("b30.csv", "1\n".repeat(30));
    expect(await complaint(3, "twins.csv", "b30.csv", "--method", "normal-equations")).toMatch(
      /the condition of A is too large, use --method qr/,
    );
    expect(await complaint(4, "a.csv", "b.csv", "--max-memory", "20K")).toMatch(
      /regress: expected at most 20 KiB/,
    );
  });

  it("ends with 130 when it is interrupted", async () => {
    const controller = new AbortController();
    controller.abort(new Error("SIGINT"));
    const { code, stdout } = await folder.run(["regress", "a.csv", "b.csv"], { signal: controller.signal });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
  });
});
