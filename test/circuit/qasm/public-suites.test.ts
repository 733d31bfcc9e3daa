import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { aerRunner } from "../../../src/adapters/aer/index.ts";
import { qdkRunner, qdkState } from "../../../src/adapters/qsharp/index.ts";
import {
  Circuit,
  parseQasm,
  QasmError,
  type Runner,
  run,
  seededRandom,
  simulate,
} from "../../../src/index.ts";
import { aerEnvironment } from "../../support/aer-environment.ts";
import { qasmErrorOf } from "../../support/qasm-error-of.ts";
import { stateDifference } from "../../support/state-difference.ts";

// Public collections of OpenQASM programs, which are not part of this project: read and run where they are at hand.
// QASMBENCH_DIR is a copy of pnnl/QASMBench, OPENQASM_DIR one of openqasm/openqasm or of its folder examples.
const { QASMBENCH_DIR, OPENQASM_DIR } = process.env;

/** Most qubits of a state that is compared with QDK, of a circuit that it runs, and of one that is run at all. */
const [comparable, runnable, preparable] = [20, 14, 25];
/** Most operations of a circuit that QDK gets. */
const longest = 20_000;
/** Numbers of runs that are compared. */
const [few, many] = [20, 2000];

function filesIn(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".qasm"))
    .sort()
    .map((name) => join(folder, name));
}

/** The line of the first element of a register that no line before declares; found without the reader. */
function undeclaredLine(text: string): number | undefined {
  const declared = new Set<string>();
  let inGate = false;
  for (const [k, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/\/\/.*/, "");
    for (const statement of line.split(";")) {
      const register = /^\s*[qc]reg\s+(\w+)\s*\[/.exec(statement);
      if (register !== null) declared.add(register[1]);
      if (/^\s*gate\b/.test(statement)) inGate = true;
      if (!inGate) {
        for (const [, name] of statement.matchAll(/(\w+)\s*\[\s*\d+\s*\]/g))
          if (!declared.has(name)) return k + 1;
      }
      if (statement.includes("}")) inGate = false;
    }
  }
  return undefined;
}

/** What runs a circuit besides the engine here: QDK while it is small, else Qiskit Aer where it is at hand. */
function otherRunner(circuit: Circuit): { name: string; runner: Runner } | undefined {
  if (circuit.qubits <= runnable && circuit.length <= longest) return { name: "QDK", runner: qdkRunner() };
  const environment = aerEnvironment();
  return "python" in environment
    ? { name: "Qiskit Aer", runner: aerRunner({ python: environment.python }) }
    : undefined;
}

/** The circuit without its measurements, if nothing but measurements and barriers follows one. */
function beforeMeasurements(circuit: Circuit): Circuit | undefined {
  const steps = circuit.operations;
  const first = steps.findIndex(({ kind }) => kind === "measure");
  const measured = new Set<number>();
  for (const step of first < 0 ? [] : steps.slice(first)) {
    if (step.kind === "measure") measured.add(step.qubit);
    else if (step.kind === "gate" && step.qubits.some((qubit) => measured.has(qubit))) return undefined;
    else if (step.kind !== "gate" && step.kind !== "barrier") return undefined;
  }
  const kept = steps.filter(({ kind }) => kind !== "measure");
  if (kept.some(({ kind }) => kind === "reset" || kind === "conditional" || kind === "while"))
    return undefined;
  return new Circuit(circuit.qubits, 0, kept);
}

describe.skipIf(QASMBENCH_DIR === undefined)(
  "QASMBench, small and medium (skipped unless QASMBENCH_DIR names its folder)",
  () => {
    const root = QASMBENCH_DIR as string;
    const files =
      QASMBENCH_DIR === undefined ? [] : [...filesIn(join(root, "small")), ...filesIn(join(root, "medium"))];

    it("is there", () => expect(files.length).toBeGreaterThan(0));

    it.each(files.map((file) => ({ file, name: basename(file) })))(
      "$name",
      { timeout: 600_000 },
      async ({ file, name }) => {
        const text = readFileSync(file, "utf8");
        const invalid = undeclaredLine(text);
        if (invalid !== undefined) {
          const error = qasmErrorOf(text);
          expect([error.code, error.line]).toEqual(["Q301", invalid]);
          console.info(`${name}: refused at line ${invalid}, as it should be`);
          return;
        }
        const circuit = parseQasm(text, { source: name });
        const { qubits } = circuit;
        const prepared = beforeMeasurements(circuit);
        if (qubits > preparable) {
          console.info(`${name}: read; not run, as ${qubits} qubits are more than ${preparable}`);
        } else if (prepared !== undefined && qubits <= comparable && circuit.length <= longest) {
          expect(stateDifference(simulate(prepared), await qdkState(prepared))).toBeLessThan(1e-10);
          console.info(`${name}: agrees with QDK in every amplitude`);
        } else {
          // Aer simulates a circuit with resets anew for every run.
          const shots = prepared === undefined && qubits > runnable ? few : many;
          const ours = run(circuit, { shots, random: seededRandom(1) }).counts;
          const other = otherRunner(circuit);
          if (other === undefined) {
            console.info(`${name}: run; not compared, as no other simulator for ${qubits} qubits is at hand`);
            return;
          }
          const theirs = (await other.runner.run(circuit, { shots, random: seededRandom(2) })).counts;
          const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
          const distance = keys.reduce(
            (sum, key) => sum + Math.abs((ours[key] ?? 0) - (theirs[key] ?? 0)),
            0,
          );
          // Half the sum of |differences| of K rates over N runs each is below √(K/N) on average, here with room.
          expect(distance / 2 / shots).toBeLessThan(2.5 * Math.sqrt(keys.length / shots));
          console.info(`${name}: agrees with ${other.name} in ${shots} runs`);
        }
      },
    );
  },
);

describe.skipIf(OPENQASM_DIR === undefined)(
  "the examples of OpenQASM 3 (skipped unless OPENQASM_DIR names their folder)",
  () => {
    const files = filesIn(OPENQASM_DIR).filter((file) => !/generic|ibmqx2|invalid/.test(file));

    // Some examples divide whole numbers where a fraction is meant (Q506) or read a variable that nothing was assigned
    // to (Q509); the error says so.
    const saysWhy = /^Q(6\d\d|506|509)$/;

    it("run, or are refused with the name of the feature that is outside the subset", () => {
      const [ran, named, wrong]: [string[], string[], string[]] = [[], [], []];
      for (const file of files) {
        const name = basename(file);
        try {
          const circuit = parseQasm(readFileSync(file, "utf8"), { source: name });
          if (circuit.qubits <= preparable) run(circuit, { shots: 5, random: seededRandom(1) });
          ran.push(name);
        } catch (error) {
          if (!(error instanceof QasmError)) throw error;
          const [message] = error.message.split("\n");
          if (saysWhy.test(error.code)) named.push(message);
          else wrong.push(message);
        }
      }
      console.info(
        [`run: ${ran.join(", ")}`, "refused with the reason:", ...named, "wrong:", ...wrong].join("\n"),
      );
      expect(ran.length + named.length).toBeGreaterThanOrEqual(15);
      expect(ran.length).toBeGreaterThanOrEqual(9);
    });

    it("that are invalid are refused", () => {
      for (const file of filesIn(OPENQASM_DIR).filter((path) => path.includes("invalid"))) {
        expect(qasmErrorOf(readFileSync(file, "utf8"))).toBeInstanceOf(QasmError);
      }
    });
  },
);
