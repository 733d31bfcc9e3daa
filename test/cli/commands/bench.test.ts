import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { benchDocumentSchema } from "../../../src/cli/documents/bench-document.ts";
import { cliFolder } from "../../support/cli-harness.ts";

const folder = cliFolder();
const head = 'OPENQASM 2.0;\ninclude "qelib1.inc";\n';
folder.write(
  "ghz.qasm",
  `${head}qreg q[5];\ncreg c[5];\nh q[0];\ncx q[0], q[1];\nbarrier q;\ncx q[1], q[2];\nmeasure q -> c;\n`,
);
folder.write("angle.qasm", "OPENQASM 3.0;\ninput float theta;\nqubit[2] q;\nU(theta, 0, 0) q[0];\n");
folder.write("wide.qasm", `${head}qreg q[40];\nh q[39];\n`);
folder.write("early.qasm", `${head}qreg q[1];\ncreg c[1];\nmeasure q -> c;\nh q[0];\n`);

async function bench(...args: string[]) {
  const { code, stdout, stderr } = await folder.run(["bench", ...args, "--json"]);
  expect(code, stderr).toBe(0);
  return v.parse(benchDocumentSchema, JSON.parse(stdout));
}

/** Runs a command that must fail without a result. */
async function complaint(code: number, ...args: string[]): Promise<string> {
  const result = await folder.run(["bench", ...args]);
  expect({ code: result.code, stdout: result.stdout }, result.stderr).toEqual({ code, stdout: "" });
  expect(result.stderr).not.toContain("error of kronket itself");
  return result.stderr;
}

describe("kronket bench", () => {
  it("prints the times, the size of the circuit and of its amplitudes, at the top and as the result", async () => {
    const document = await bench("ghz.qasm", "--threads", "1", "--precision", "64", "--repeat", "3");
    const { seconds, compileSeconds, qubits, gates, passes, bytesPerAmplitude, result } = document;
    expect({ qubits, gates, bytesPerAmplitude }).toEqual({ qubits: 5, gates: 3, bytesPerAmplitude: 16 });
    expect(seconds.min).toBeGreaterThan(0);
    expect(seconds.median).toBeGreaterThanOrEqual(seconds.min);
    expect(compileSeconds).toBeGreaterThanOrEqual(0);
    expect(passes).toBeGreaterThan(0);
    expect(result).toEqual({ seconds, compileSeconds, qubits, gates, passes, bytesPerAmplitude });
    expect(document).toMatchObject({ seed: null, parameters: { threads: 1, precision: 64, repeat: 3 } });
  });

  it("starts from a random state of a seed, and cold", async () => {
    const { seed, parameters } = await bench(
      "ghz.qasm",
      "--start",
      "random",
      "--seed",
      "7",
      "--cold",
      "--repeat",
      "1",
    );
    expect(seed).toBe(7);
    expect(parameters).toMatchObject({ start: "random", cold: true, repeat: 1 });
    expect((await folder.run(["bench", "ghz.qasm", "--start", "random"])).stderr).toMatch(
      /^seed \d+ \(drawn/,
    );
  });

  it("tells the times in words, or writes the document to a file", async () => {
    const { stdout } = await folder.run(["bench", "ghz.qasm", "--repeat", "2", "--out", "times.json"]);
    expect(stdout).toMatch(
      /Timing of ghz\.qasm[\s\S]*5 qubits, 3 gates[\s\S]*median.*at best, of 2 runs in \d+ pass/,
    );
    v.parse(benchDocumentSchema, JSON.parse(readFileSync(folder.path("times.json"), "utf8")));
  });

  it("times several threads", async () => {
    const { parameters, engine } = await bench("ghz.qasm", "--threads", "2", "--repeat", "1");
    expect({ threads: parameters.threads, engine }).toEqual({ threads: 2, engine: "compiled" });
  });

  it("works in 32 bits, with half the bytes", async () => {
    const { bytesPerAmplitude, parameters } = await bench("ghz.qasm", "--precision", "32", "--repeat", "1");
    expect({ bytesPerAmplitude, precision: parameters.precision }).toEqual({
      bytesPerAmplitude: 8,
      precision: 32,
    });
    // 2^5 amplitudes of 8 bytes.
    await bench("ghz.qasm", "--precision", "32", "--repeat", "1", "--max-memory", "256");
  });

  it("takes values of parameters", async () => {
    const { parameters } = await bench("angle.qasm", "--param", "theta=pi", "--repeat", "1");
    expect(parameters.values).toEqual({ theta: Math.PI });
  });

  it("refuses what it cannot do, with the exit code and the remedy", async () => {
    expect(await complaint(2, "ghz.qasm", "--repeat", "0")).toMatch(/whole number ≥ 1/);
    expect(await complaint(2, "ghz.qasm", "--threads", "none")).toMatch(/whole number ≥ 1/);
    expect(await complaint(2, "ghz.qasm", "--threads", "1000")).toMatch(
      /--threads: expected 1 to 128 threads/,
    );
    expect(await complaint(2, "ghz.qasm", "--precision", "16")).toMatch(/Allowed choices are 64, 32/);
    expect(await complaint(2, "ghz.qasm", "--start", "plus")).toMatch(/Allowed choices are zero, random/);
    expect(await complaint(2, "angle.qasm")).toMatch(/pass --param theta=…/);
    expect(await complaint(3, "early.qasm")).toMatch(/measurements at the end only.*use kronket run/);
    expect(await complaint(3, "absent.qasm")).toMatch(/no such file/);
  });

  it("refuses a state beyond the memory before it is allocated", async () => {
    expect(await complaint(4, "wide.qasm")).toMatch(/expected at most 4 GiB, got 16 TiB/);
    expect(await complaint(4, "ghz.qasm", "--max-memory", "256")).toMatch(
      /got 512 bytes.*raise --max-memory/,
    );
  });

  it("ends with 130 when it is interrupted", async () => {
    const stop = new AbortController();
    stop.abort(new Error("SIGINT"));
    expect((await folder.run(["bench", "ghz.qasm"], { signal: stop.signal })).code).toBe(130);
  });
});
