import {
  Circuit,
  kernelSampling,
  ridgeLeverage,
  seededRandom,
  softmaxNTK,
  sphereData,
  uniformlyControlledRotation,
} from "../src/index.ts";
import type { Program } from "./program.ts";

const index = [0, 1, 2];
const flag = 3;
const lambda = 2;
/** Eight points and the tangent kernel of a softmax network of four neurons on them. */
const data = sphereData({ n: 8, d: 2 }, seededRandom(46));
const { start, kernel } = softmaxNTK({ ...data, m: 4, steps: 0, random: seededRandom(7) });
/** The gradients of the network at the points: their inner products are the kernel. */
const gradients = Array.from({ length: 8 }, (_, i) => {
  const x = data.X.row(i);
  const exps = [0, 1, 2, 3].map((r) => Math.exp(start.weights.row(r).reduce((s, w, k) => s + w * x[k], 0)));
  const share = exps.map((value) => value / exps.reduce((sum, other) => sum + other));
  const sign = [0, 1, 2, 3].map((r) => start.signs.at(0, r));
  const mean = share.reduce((sum, value, r) => sum + value * sign[r], 0);
  return share.flatMap((value, r) => [...x].map((entry) => 2 * value * (sign[r] - mean) * entry));
});
const scores = [...ridgeLeverage(gradients, { lambda }).scores];

/** Every column, and a qubit that keeps it with probability its ridge leverage score. */
const prepare = new Circuit(4).onEach("h", index).addAll(
  uniformlyControlledRotation(
    "ry",
    scores.map((score) => 2 * Math.asin(Math.sqrt(score))),
    index,
    flag,
  ),
);
let circuit = Circuit.withRegisters(
  [
    ["column", 3],
    ["kept", 1],
  ],
  [["seen", 4]],
)
  .box("scores", prepare)
  .z(flag)
  .box("scores†", prepare.inverse())
  .phaseOracle({ qubits: [0, 1, 2, 3], marked: [0], label: "|0000⟩" })
  .box("scores", prepare);
for (let qubit = 0; qubit < 4; qubit++) circuit = circuit.measure(qubit);

/** The statistical dimension Σ e/(e + λ), from the kernel and not from the gradients. */
const { dimension } = kernelSampling(kernel, { lambda, random: seededRandom(8) });
const seen = Math.sin(3 * Math.asin(Math.sqrt(dimension / 8))) ** 2;
const text = (i: number, kept: number) => `${kept}${i.toString(2).padStart(3, "0")}`;

export const program: Program = {
  title: "Columns of a tangent kernel by amplified ridge leverage",
  explanation:
    "A column of the kernel is kept with its ridge leverage score; one round of amplification raises the share of kept ones and leaves the law among them as it was. A score is no cheap query: it takes as many kernel evaluations as columns are wanted, and as many to uncompute.",
  source: "quant-ph/0005055, theorem 2, on scores as in arXiv:1411.0306; kernel of arXiv:2405.03251",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(
        scores.flatMap((score, i) => [
          [text(i, 1), (seen * score) / dimension],
          [text(i, 0), ((1 - seen) * (1 - score)) / (8 - dimension)],
        ]),
      ),
    },
  ],
};
