import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { toQsharp } from "../../../src/adapters/qsharp/index.ts";
import { exportFormats, exportWith } from "../../../src/adapters/quantum-circuit/index.ts";
import { Circuit } from "../../../src/circuit/circuit.ts";
import { circuitSummary } from "../../../src/circuit/counts/circuit-summary.ts";
import { parseQasm } from "../../../src/circuit/qasm/parse-qasm.ts";
import { unitary } from "../../../src/circuit/unitary.ts";
import { circuitDocument } from "../../../src/cli/documents/circuit-document.ts";
import { convertDocumentSchema, drawDocumentSchema } from "../../../src/cli/documents/drawing-document.ts";
import { infoDocumentSchema } from "../../../src/cli/documents/info-document.ts";
import { runDocumentSchema } from "../../../src/cli/documents/run-document.ts";
import { programNames } from "../../../src/cli/options/target-names.ts";
import { circuitQuantikz } from "../../../src/presentation/index.ts";
import { seededRandom } from "../../../src/random/seeded-random.ts";
import { run } from "../../../src/simulator/run.ts";
import { cliFolder } from "../../support/cli-harness.ts";

const folder = cliFolder();
const head = 'OPENQASM 2.0;\ninclude "qelib1.inc";\n';
const bell = `${head}qreg q[2];\ncreg c[2];\nh q[0];\ncx q[0], q[1];\nmeasure q -> c;\n`;
folder.write("bell.qasm", bell);
folder.write("angle.qasm", "OPENQASM 3.0;\ninput float theta;\nqubit[2] q;\nU(theta, 0, 0) q[0];\n");
folder.write("wide.qasm", `${head}qreg q[40];\nh q[39];\n`);
folder.write("early.qasm", `${head}qreg q[1];\ncreg c[1];\nmeasure q -> c;\nh q[0];\n`);

async function json<Schema extends v.GenericSchema>(schema: Schema, args: readonly string[]) {
  const { code, stdout, stderr } = await folder.run([...args, "--json"]);
  expect(code, stderr).toBe(0);
  return v.parse(schema, JSON.parse(stdout));
}

/** Runs a command that must fail without a result. */
async function complaint(code: number, args: readonly string[], stdin = ""): Promise<string> {
  const result = await folder.run(args, { stdin });
  expect({ code: result.code, stdout: result.stdout }, result.stderr).toEqual({ code, stdout: "" });
  expect(result.stderr).not.toContain("error of kronket itself");
  return result.stderr;
}

describe("kronket run", () => {
  it("gives the counts of the library for the same seed", async () => {
    const document = await json(runDocumentSchema, ["run", "bell.qasm", "--shots", "500", "--seed", "7"]);
    const { counts } = run(parseQasm(bell), { shots: 500, random: seededRandom(7) });
    expect(document).toMatchObject({ qubits: 2, bits: 2, seed: 7, result: { counts } });
  });

  it("gives amplitudes, qubit 0 the low bit, with values of parameters", async () => {
    const args = ["run", "angle.qasm", "--state", "--param", "theta=pi"];
    const { result, seed } = await json(runDocumentSchema, args);
    expect(seed).toBeNull();
    expect("amplitudes" in result && result.amplitudes).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("draws and prints a seed, shows bars, and takes noise", async () => {
    const { code, stdout, stderr } = await folder.run(["run", "bell.qasm"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^seed \d+ \(drawn/);
    expect(stdout).toMatch(/1.024 shots[\s\S]*█/);
    const single = ["run", "bell.qasm", "--shots", "500", "--seed", "7", "--precision", "32"];
    expect(await json(runDocumentSchema, single)).toMatchObject({
      parameters: { precision: 32 },
      result: { counts: { "00": expect.any(Number) } },
    });
    const noisy = ["run", "bell.qasm", "--depolarizing", "0.2", "--readout", "0.1,0", "--seed", "1"];
    const { result } = await json(runDocumentSchema, noisy);
    expect(Object.keys("counts" in result ? result.counts : {})).toHaveLength(4);
    expect((await folder.run(["run", "bell.qasm", "--state"])).stdout).toContain("0.707|00⟩ + 0.707|11⟩");
  });

  it("refuses what it cannot do, with the exit code, the place and the remedy", async () => {
    expect(await complaint(3, ["run", "early.qasm", "--state"])).toMatch(/pass --shots instead of --state/);
    expect(await complaint(4, ["run", "wide.qasm"])).toMatch(/got 16 TiB; .*raise --max-memory/);
    expect(await complaint(2, ["run", "angle.qasm"])).toMatch(/pass --param theta=…/);
    expect(await complaint(3, ["run", "bell.qasm", "--param", "x=1"])).toMatch(/--param: .*got x/);
    expect(await complaint(2, ["run", "bell.qasm", "--param", "x=one"])).toMatch(/multiple of pi/);
    expect(await complaint(2, ["run", "bell.qasm", "--state", "--shots", "3"])).toMatch(/cannot be used/);
    expect(await complaint(2, ["run", "bell.qasm", "--depolarizing", "2"])).toMatch(
      /probability from 0 to 1/,
    );
    expect(await complaint(3, ["run", "-"], `${head}qreg q[1];\nh p[0];\n`)).toMatch(
      /stdin:4:3: expected[\s\S]*\n +4 \| h p\[0\];\n +\| +\^/,
    );
    expect(await complaint(3, ["run", "absent.qasm"])).toMatch(/no such file/);
  });

  it("ends with 130 when it is interrupted", async () => {
    const stop = new AbortController();
    stop.abort(new Error("SIGINT"));
    expect((await folder.run(["run", "bell.qasm"], { signal: stop.signal })).code).toBe(130);
  });
});

describe("kronket draw", () => {
  it("draws text, ASCII, SVG and LaTeX, to stdout or a file", async () => {
    const drawn = async (...args: string[]) => (await folder.run(["draw", "bell.qasm", ...args])).stdout;
    expect(await drawn()).toContain("┤ H ├");
    expect(await drawn("--format", "ascii")).not.toMatch(/[^\n -~]/);
    expect(await drawn("--format", "latex")).toContain("\\begin{quantikz}");
    expect(await drawn("--format", "svg", "--theme", "dark", "--out", "bell.svg")).toBe("");
    expect(readFileSync(folder.path("bell.svg"), "utf8")).toMatch(/^<svg /);
    const { result } = await json(drawDocumentSchema, ["draw", "bell.qasm"]);
    expect(result.drawing).toBe(await drawn());
    expect(await complaint(2, ["draw", "bell.qasm", "--width", "9"])).toMatch(/at least 24 characters/);
    expect(await complaint(2, ["draw", "bell.qasm", "--title", "Bell"])).toMatch(/none for text/);
    expect(await complaint(2, ["draw", "bell.qasm", "--format", "latex", "--theme", "dark"])).toMatch(
      /--theme: expected none for latex/,
    );
    const named = await drawn("--format", "svg", "--title", "A <pair>", "--width", "240");
    expect(named).toMatch(/<title[^>]*>A &lt;pair&gt;<\/title>/);
    expect(named).toMatch(/<desc/);
  });
});

describe("kronket convert", () => {
  it("writes both versions of OpenQASM, which read back as the same circuit", async () => {
    for (const to of ["qasm2", "qasm3", "json"]) {
      const { result } = await json(convertDocumentSchema, ["convert", "bell.qasm", "--to", to]);
      const again = await folder.run(["convert", "-", "--to", "qasm2"], { stdin: result.text });
      expect(again.stdout).toBe(bell);
    }
    expect((await folder.run(["convert", "bell.qasm", "--to", "quirk"])).stdout).toMatch(
      /^https:.*#circuit=/,
    );
    expect(await complaint(3, ["convert", "angle.qasm", "--to", "qasm2"])).toMatch(/pass --param theta=…/);
  });

  it("writes programs for other software, as the adapters do", async () => {
    const circuit = parseQasm(bell);
    for (const name of programNames) {
      const { stdout } = await folder.run(["convert", "bell.qasm", "--to", name]);
      // A job of Qiskit has a name drawn at random.
      const fixed = (text: string) => text.trimEnd().replace(/"qobj_id":"[^"]*"/, "");
      expect(fixed(stdout)).toBe(fixed(exportWith(name, circuit)));
    }
    expect(programNames.length + 2).toBe(exportFormats.length);
    expect((await folder.run(["convert", "bell.qasm", "--to", "qsharp"])).stdout).toBe(toQsharp(circuit));
    expect((await folder.run(["convert", "bell.qasm", "--to", "quantikz"])).stdout).toBe(
      circuitQuantikz(circuit),
    );
  });

  it("refuses what a form cannot say, in words of the command line", async () => {
    const to = (name: string) => complaint(3, ["convert", "early.qasm", "--to", name]);
    expect(await to("qiskit")).toMatch(
      /^kronket: convert: expected measurements at the end.*use --to qasm3\.\n$/,
    );
    expect(await to("quirk")).toMatch(/^kronket: convert: expected .*after its measurement; use --to qasm3/);
    expect(await complaint(3, ["convert", "wide.qasm", "--to", "quirk"])).toMatch(/1 to 16 qubits, got 40/);
    expect(await complaint(3, ["convert", "angle.qasm", "--to", "cirq"])).toMatch(/pass --param theta=…/);
    expect(await complaint(2, ["convert", "bell.qasm", "--to", "ionq"])).toMatch(/Allowed choices are qasm3/);
  });

  it("reads a circuit of every kind of step from JSON, as written here or by JSON.stringify", async () => {
    const circuit = new Circuit(3)
      .lookup({ inputs: [0], outputs: [1], table: [1, 0] })
      .phaseOracle({ qubits: [0, 2], marked: [2] })
      .reflectUniform([0, 1])
      .qft([1, 2])
      .box("b", new Circuit(1).t(0), [2]);
    for (const text of [JSON.stringify(circuit), JSON.stringify(circuitDocument(circuit))]) {
      const { stdout } = await folder.run(["convert", "-", "--to", "qasm3"], { stdin: text });
      expect(unitary(parseQasm(stdout)).re[0]).toBeCloseTo(unitary(circuit).re[0], 12);
    }
  });

  it("names the place where JSON is wrong", async () => {
    const convert = ["convert", "-", "--to", "qasm3"];
    const wrong = '{"qubits":1,"operations":[{"kind":"reset","qubit":"a"}]}';
    expect(await complaint(3, convert, wrong)).toMatch(/number at operations\.0\.qubit, got "a"/);
    expect(await complaint(3, convert, '{"qubits":1,\n]')).toMatch(/stdin:2:1: expected JSON/);
    const beyond = '{"qubits":1,"operations":[{"kind":"reset","qubit":4}]}';
    expect(await complaint(3, convert, beyond)).toMatch(/stdin: reset: expected a qubit from 0 to 0, got 4/);
    expect(await complaint(3, convert, `{"a":${"[".repeat(2000)}`)).toMatch(/nested at most 1000/);
  });
});

describe("kronket info", () => {
  it("counts gates and depth, and tells memory and time", async () => {
    const document = await json(infoDocumentSchema, ["info", "bell.qasm"]);
    expect(document).toMatchObject({
      qubits: 2,
      result: { operations: 4, depth: 3, twoQubitDepth: 1, gates: { h: 1, cx: 1, measure: 2 } },
      memory: { bytes: 64, label: "exact" },
    });
    expect(document.time.seconds).toBeGreaterThan(0);
    expect((await folder.run(["info", "wide.qasm"])).stdout).toContain("too many qubits to simulate");
  });

  it("counts in a gate set: what expand writes, and the same in the report", async () => {
    folder.write("toffoli.qasm", `${head}qreg q[3];\nccx q[0],q[1],q[2];\nrz(0.3) q[2];\n`);
    const circuit = parseQasm(`${head}qreg q[3];\nccx q[0],q[1],q[2];\nrz(0.3) q[2];\n`);
    const counts = async (...args: string[]) =>
      (await json(infoDocumentSchema, ["info", "toffoli.qasm", ...args])).result.inGateSet;
    expect(await counts()).toMatchObject({ tGates: 7, rotations: 1, gates: { cx: 6, t: 4, tdg: 3, rz: 1 } });
    for (const [name, basis] of [
      ["u+cx", "u+cx"],
      ["h,t,tdg,cx,rz", ["h", "t", "tdg", "cx", "rz"]],
    ] as const) {
      const { gates, depth, twoQubitDepth, tGates, rotations } = circuitSummary(circuit, { basis });
      expect(await counts("--gate-set", name)).toEqual({ gates, depth, twoQubitDepth, tGates, rotations });
    }
    const { stdout } = await folder.run(["info", "toffoli.qasm"]);
    expect(stdout).toContain("in clifford+t: T gates 7, rotations 1, depth 11, two-qubit depth 6");
    expect(stdout).toMatch(/\ncx +0 +6\n/);
    expect(stdout).toMatch(/\nccx +1 +0\n/);
  });

  it("says why a gate set does not do, and refuses gates that are none", async () => {
    const { result, warnings } = await json(infoDocumentSchema, ["info", "bell.qasm", "-g", "h,t"]);
    expect(result.inGateSet).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/^Not counted in h,t: expand: .*cannot|express cx/)]);
    expect((await folder.run(["info", "bell.qasm", "-g", "h,t"])).stdout).toMatch(/\nstep +as written\n/);
    expect(await complaint(2, ["info", "bell.qasm", "-g", "h,knot"])).toMatch(/--gate-set: .*got "knot"/);
    expect(await complaint(2, ["info", "bell.qasm", "-g", "h, ,t"])).toMatch(
      /a list of gates such as h,t,cx/,
    );
  });
});
