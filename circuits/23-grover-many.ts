import { Circuit, groverCircuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const qubits = 5;
const size = 2 ** qubits;
const marked = [3, 17, 30];
const iterations = 2;
const index = Array.from({ length: qubits }, (_, q) => q);

const circuit = groverCircuit(
  {
    qubits,
    index,
    phase: (phase) => new Circuit(qubits).phaseOracle({ qubits: index, marked, phase, label: "marked" }),
    marked: { size, positions: Float64Array.from(marked) },
  },
  iterations,
).measureAll();

const angle = Math.asin(Math.sqrt(marked.length / size));
const found = Math.sin((2 * iterations + 1) * angle) ** 2;

export const program: Program = {
  title: "Grover search: three of thirty-two",
  explanation:
    "The more items are marked, the sooner Grover's search must stop: with three of 32 after two iterations. It then shows a marked item with probability sin²(5θ) ≈ 0.9998, sin²θ = 3/32, each of the three alike.",
  source: "Boyer, Brassard, Høyer and Tapp, quant-ph/9605034, section 3",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(
        Array.from({ length: size }, (_, x) => [
          x.toString(2).padStart(qubits, "0"),
          marked.includes(x) ? found / marked.length : (1 - found) / (size - marked.length),
        ]),
      ),
    },
  ],
};
