import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { loadQdk } from "../../../src/adapters/qsharp/load-qdk.ts";
import { type ExportFormat, exportFormats, exportWith } from "../../../src/adapters/quantum-circuit/index.ts";
import { Circuit, parameter, type StateVector, seededRandom, simulate } from "../../../src/index.ts";
import { aerEnvironment } from "../../support/aer-environment.ts";
import { tableCircuit } from "../../support/table-circuit.ts";

const circuit = new Circuit(3).h(0).cx(0, 2).rx(-1.5e-7, 1).sdg(1).swap(1, 2).measure(2, 0);
const environment = aerEnvironment();
const python = "python" in environment ? environment.python : "python3";

/** |⟨a|b⟩|, 1 for states that differ by a global phase. */
function overlap(a: StateVector, amplitude: (k: number) => readonly [number, number]): number {
  let [re, im] = [0, 0];
  for (let k = 0; k < a.size; k++) {
    const [c, d] = amplitude(k);
    re += a.re[k] * c + a.im[k] * d;
    im += a.re[k] * d - a.im[k] * c;
  }
  return Math.hypot(re, im);
}

describe("exportWith", () => {
  it.each<[ExportFormat, readonly string[]]>([
    [
      "qiskit",
      ["qc.h(q[0])", "qc.cx(q[0], q[2])", "qc.rx(-1.5e-7, q[1])", "qc.sdg(q[1])", "qc.measure(q[2], c[0])"],
    ],
    [
      "cirq",
      ["cirq.H(q[0])", "cirq.CNOT(q[0], q[2])", "cirq.rx(-1.5e-7)(q[1])", "cirq.measure(q[2], key='c0')"],
    ],
    ["pyquil", ["p.inst(H(0))", "p.inst(CNOT(0, 2))", "p.inst(RX(-1.5e-7, 1))", "p.inst(MEASURE(2, ro[0]))"]],
    ["quil", ["H 0", "CNOT 0 2", "RX (-1.5e-7) 1", "MEASURE 2 ro[0]"]],
    ["braket", ["circuit.h(0)", "circuit.cnot(0, 2)", "circuit.rx(1, -1.5e-7)", "circuit.si(1)"]],
    [
      "qsharp",
      ["use qubits = Qubit[3]", "H(qubits[0]);", "CNOT(qubits[0], qubits[2]);", "Rx(-1.5e-7, qubits[1]);"],
    ],
    ["quest", ["hadamard(qubits, 0);", "controlledNot(qubits, 0, 2);", "rotateX(qubits, 1, -1.5e-7);"]],
    ["cudaq", ["h(q[0])", "rx(-1.5e-7, q[1])", "sdg(q[1])", "mz(q[2])"]],
    ["aqasm", ["H q[0]", "CNOT q[0], q[2]", "RX[-1.5e-7] q[1]", "DAG(S) q[1]"]],
    ["pyaqasm", ["H(qubits_reg[0])", "CNOT(qubits_reg[0], qubits_reg[2])", "RX(-1.5e-7)(qubits_reg[1])"]],
    ["tfq", ["cirq.H(q[0])", "cirq.CNOT(q[0], q[2])", "cirq.rx(-1.5e-7)(q[1])"]],
    ["qobj", ['"name":"h"', '"params":[-1.5e-7]']],
    ["javascript", ['circuit.appendGate("h", 0, {})', '{"params":{"theta":"-1.5e-7"}}']],
    ["svg", ["<svg", "</svg>"]],
  ])("writes for %s", (format, lines) => {
    const text = exportWith(format, circuit);
    for (const line of lines) expect(text).toContain(line);
  });

  it("has a test for every format", () => {
    expect([...exportFormats].sort()).toEqual(exportFormats);
    expect(exportFormats).toHaveLength(14);
  });

  it("writes a Q# program that QDK runs to the same state", async () => {
    const table = tableCircuit(5, 1, seededRandom(1));
    const program = exportWith("qsharp", table)
      .replace("ResetAll(qubits);", "Std.Diagnostics.DumpMachine(); ResetAll(qubits);")
      .replace("operation Circuit", "@EntryPoint() operation Circuit");
    const qdk = await loadQdk();
    const [{ events }] = await qdk.run({ sources: [["a.qs", program]], projectType: "qsharp" }, 1);
    const dump = events.find((event) => event.type === "DumpMachine");
    const label = (k: number) => `|${[...k.toString(2).padStart(5, "0")].reverse().join("")}⟩`;
    expect(overlap(simulate(table), (k) => dump?.state[label(k)] ?? [0, 0])).toBeCloseTo(1, 12);
  });

  it("writes JavaScript that quantum-circuit runs to the same state", () => {
    const table = tableCircuit(5, 1, seededRandom(2));
    const sandbox: {
      require: NodeJS.Require;
      console: { log(): void };
      circuit?: { state: Record<string, { re: number; im: number }> };
    } = {
      require: createRequire(import.meta.url),
      console: { log: () => {} },
    };
    runInNewContext(exportWith("javascript", table).replace("const circuit", "circuit"), sandbox);
    const amplitude = (k: number) => {
      const { re = 0, im = 0 } = sandbox.circuit?.state[k] ?? {};
      return [re, im] as const;
    };
    expect(overlap(simulate(table), amplitude)).toBeCloseTo(1, 12);
  });

  it.skipIf("reason" in environment)(
    "writes a Qiskit program with the same state, up to global phase",
    () => {
      const table = tableCircuit(5, 2, seededRandom(3));
      const program = exportWith("qiskit", table).split("job = ")[0];
      const ask = `${program}
from qiskit.quantum_info import Statevector
import json
print("STATE" + json.dumps([[x.real, x.imag] for x in Statevector(qc).data.tolist()]))`;
      const printed = execFileSync(python, ["-c", ask], { encoding: "utf8" });
      const amplitudes = JSON.parse(printed.slice(printed.indexOf("STATE") + 5)) as [number, number][];
      expect(overlap(simulate(table), (k) => amplitudes[k])).toBeCloseTo(1, 12);
    },
  );

  it("refuses formats that are none, circuits that go on after measuring, and parameters", () => {
    expect(() => exportWith("ionq" as ExportFormat, circuit)).toThrow(/got "ionq"; use one of aqasm, braket/);
    expect(() => exportWith("constructor" as ExportFormat, circuit)).toThrow(RangeError);
    expect(() => exportWith("qiskit", circuit.h(2))).toThrow(/measurements at the end only/);
    expect(() => exportWith("qiskit", new Circuit(1).rx(parameter("theta"), 0))).toThrow(
      /got theta without; use bind/,
    );
  });
});
