import { Circuit, fixedPointAngles, fixedPointCircuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const qubits = 4;
const size = 2 ** qubits;
const marked = [1, 6, 12];
/** Built for at least one marked item in sixteen and a failure probability of at most 1/100. */
const length = 13;
const failure = 1 / 100;
const index = Array.from({ length: qubits }, (_, q) => q);

const circuit = fixedPointCircuit(
  {
    qubits,
    index,
    phase: (phase) => new Circuit(qubits).phaseOracle({ qubits: index, marked, phase, label: "marked" }),
    marked: { size, positions: Float64Array.from(marked) },
  },
  fixedPointAngles(length, failure),
).measureAll();

// T_L(x) = cosh(L·arcosh x) for x ≥ 1 and cos(L·arccos x) below.
const stretched =
  Math.cosh(Math.acosh(1 / Math.sqrt(failure)) / length) * Math.sqrt(1 - marked.length / size);
const chebyshev = Math.cos(length * Math.acos(stretched));
const found = 1 - failure * chebyshev ** 2;

export const program: Program = {
  title: "Fixed-point search",
  explanation:
    "Grover's search overshoots when it runs too long. With well-chosen phases in place of signs it cannot: this circuit finds a marked item with probability at least 0.99 whether one, three or all of the sixteen are marked. Three are.",
  source: "Yoder, Low and Chuang, arXiv:1409.3305, equation (1)",
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
    {
      kind: "mean",
      what: "probability of a marked item",
      of: (x) => (marked.includes(x) ? 1 : 0),
      value: found,
    },
  ],
};
