import { Circuit, uniformlyControlledRotation } from "../src/index.ts";
import type { Program } from "./program.ts";

const size = 8;
const index = [0, 1, 2];
const kept = 3;
const beta = 4;
/** Eight patterns on a circle, and a query that points at the first: weights exp β(similarity − 1). */
const weights = Array.from({ length: size }, (_, m) =>
  Math.exp(beta * (Math.cos((2 * Math.PI * m) / size) - 1)),
);
const acceptance = weights.reduce((sum, weight) => sum + weight, 0) / size;

/** Σ √(1/8)|m⟩(√w|1⟩ + √(1 − w)|0⟩): every pattern, and a qubit that keeps it with probability w. */
const prepare = new Circuit(4).onEach("h", index).addAll(
  uniformlyControlledRotation(
    "ry",
    weights.map((weight) => 2 * Math.asin(Math.sqrt(weight))),
    index,
    kept,
  ),
);

let circuit = Circuit.withRegisters(
  [
    ["pattern", 3],
    ["kept", 1],
  ],
  [["seen", 4]],
)
  .box("patterns", prepare)
  .z(kept)
  .box("patterns†", prepare.inverse())
  .phaseOracle({ qubits: [0, 1, 2, 3], marked: [0], label: "|0000⟩" })
  .box("patterns", prepare);
for (let qubit = 0; qubit < 4; qubit++) circuit = circuit.measure(qubit);

const seen = Math.sin(3 * Math.asin(Math.sqrt(acceptance))) ** 2;
const text = (m: number, flag: number) => `${flag}${m.toString(2).padStart(3, "0")}`;

export const program: Program = {
  title: "Softmax retrieval by amplitude amplification",
  explanation:
    "A Hopfield memory at inverse temperature 4: pattern m is kept with probability e^{β(s − max s)}, so that what is kept follows the softmax. One pattern in five is kept; one round of amplification raises that to 98 in 100 and leaves the law among the kept ones as it was.",
  source: "Brassard, Høyer, Mosca and Tapp, quant-ph/0005055, theorem 2; memory of arXiv:2402.04520",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(
        weights.flatMap((weight, m) => [
          [text(m, 1), (seen * weight) / (size * acceptance)],
          [text(m, 0), ((1 - seen) * (1 - weight)) / (size * (1 - acceptance))],
        ]),
      ),
    },
  ],
};
