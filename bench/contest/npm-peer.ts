import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { loadQdk } from "../../src/adapters/qsharp/load-qdk.ts";
import { qdkState } from "../../src/adapters/qsharp/qdk-state.ts";
import { toQsharp } from "../../src/adapters/qsharp/to-qsharp.ts";
import { toQuantumCircuit } from "../../src/adapters/quantum-circuit/to-quantum-circuit.ts";
import type { Circuit } from "../../src/index.ts";
import { type Family, familyCircuit } from "../circuits/families.ts";
import { checksum } from "./checksum.ts";
import type { Outcome } from "./contender.ts";
import { plainGates } from "./write-circuit.ts";

// A process that times one simulator from npm on one circuit; it prints a line when it begins, and the outcome.

/** Tells the other side that libraries are loaded and the time begins; gives the time. */
function begin(): number {
  process.stdout.write("ready\n");
  return performance.now();
}

type Simulation = (circuit: Circuit, check: boolean) => Promise<Outcome>;

const simulations: Record<string, Simulation> = {
  async "quantum-circuit"(circuit, check) {
    const other = toQuantumCircuit(circuit);
    const began = begin();
    other.run();
    const seconds = (performance.now() - began) / 1000;
    if (!check) return { seconds };
    const [re, im] = [0, 1].map(() => new Float64Array(2 ** circuit.qubits));
    for (const [index, amplitude] of Object.entries(other.state)) {
      re[Number(index)] = amplitude.re;
      im[Number(index)] = amplitude.im;
    }
    return { seconds, state: checksum(re, im) };
  },

  // The time includes compiling the program, which cannot be told apart.
  async "qsharp-lang"(circuit, check) {
    const program = { sources: [["circuit.qs", toQsharp(circuit)] as [string, string]] };
    const qdk = await loadQdk();
    const began = begin();
    await qdk.run({ ...program, projectType: "qsharp" }, 1);
    const seconds = (performance.now() - began) / 1000;
    if (!check) return { seconds };
    const { re, im } = await qdkState(circuit);
    return { seconds, state: checksum(re, im) };
  },

  async jsqubits(circuit, check) {
    const from = createRequire(fileURLToPath(new URL("../peers/.npm/package.json", import.meta.url)));
    const { Qubits } = await import(pathToFileURL(from.resolve("jsqubits")).href);
    const gates = plainGates(circuit);
    let state = Qubits(`|${"0".repeat(circuit.qubits)}>`);
    const began = begin();
    for (const [name, angles, on] of gates) {
      const [theta, phi, lambda] = angles;
      if (name === "u") state = state.rotateZ(on[0], lambda).rotateY(on[0], theta).rotateZ(on[0], phi);
      else if (name === "h") state = state.hadamard(on[0]);
      else if (name === "x") state = state.x(on[0]);
      else if (name === "rx") state = state.rotateX(on[0], theta);
      else if (name === "ry") state = state.rotateY(on[0], theta);
      else if (name === "cx") state = state.cnot(on[0], on[1]);
      else if (name === "swap") state = state.swap(on[0], on[1]);
      else if (name === "cp") state = state.controlledR([on[0]], on[1], theta);
      else state = state.controlledZ(on.slice(0, -1), on.at(-1));
    }
    const seconds = (performance.now() - began) / 1000;
    if (!check) return { seconds };
    const [re, im] = [0, 1].map(() => new Float64Array(2 ** circuit.qubits));
    state.each(({ index, amplitude }: { index: string; amplitude: { real: number; imaginary: number } }) => {
      re[Number(index)] = amplitude.real;
      im[Number(index)] = amplitude.imaginary;
    });
    return { seconds, state: checksum(re, im) };
  },
};

const [name, family, qubits, check] = process.argv.slice(2);
const outcome = await simulations[name](familyCircuit(family as Family, Number(qubits)), check === "true");
process.stdout.write(`${JSON.stringify(outcome)}\n`);
