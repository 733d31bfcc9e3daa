import { attentionGrad, Circuit, seededRandom, uniformlyControlledRotation } from "../src/index.ts";
import type { Program } from "./program.ts";

const n = 8;
const row = [0, 1, 2];
const flag = 3;
/** An attention loss with n rows of one column: queries, keys, values and targets; X is one number. */
const random = seededRandom(45);
const draw = () => Array.from({ length: n }, () => 2 * random.uniform() - 1);
const [queries, keys, values, targets] = [draw(), draw(), draw(), draw()];
const X = 0.8;

/** What row j adds to dL/dX: a_j Σ_i f_i (q_i − ⟨f, q⟩) k_i with f the softmax of a_j X k and q_i = (⟨f, v⟩ − e_j) v_i. */
const terms = queries.map((a, j) => {
  const exps = keys.map((key) => Math.exp(a * X * key));
  const f = exps.map((value) => value / exps.reduce((sum, other) => sum + other));
  const mean = (g: readonly number[]) => f.reduce((sum, weight, i) => sum + weight * g[i], 0);
  const q = values.map((value) => (mean(values) - targets[j]) * value);
  return a * mean(keys.map((key, i) => (q[i] - mean(q)) * key));
});
const largest = Math.max(...terms.map(Math.abs));

/** Every row, and a qubit that is 1 with probability (1 + term/largest)/2. */
const circuit = Circuit.withRegisters(
  [
    ["row", 3],
    ["flag", 1],
  ],
  [["seen", 1]],
)
  .onEach("h", row)
  .addAll(
    uniformlyControlledRotation(
      "ry",
      terms.map((term) => 2 * Math.asin(Math.sqrt((1 + term / largest) / 2))),
      row,
      flag,
    ),
  )
  .measure(flag, 0);

const column = (entries: readonly number[]) => entries.map((entry) => [entry]);

export const program: Program = {
  title: "An entry of the attention gradient: an illustration",
  explanation:
    "An entry of the gradient is a sum over rows, so it can be the probability of one qubit. An illustration, not a theorem: every use computes a whole row, with as many exponentials as there are keys, and the largest term must be known. No gain from end to end is known.",
  source: "Gradient of arXiv:2402.04497; a mean as an amplitude as in quant-ph/0005055, section 4",
  circuit,
  expect: [
    {
      kind: "mean",
      what: "n · largest · (2 · flag − 1), which is dL/dX",
      of: (seen) => n * largest * (2 * seen - 1),
      value: attentionGrad({
        ...{ A1: column(queries), A2: column(keys), A3: column(values), E: column(targets) },
        ...{ X: [[X]], Y: [[1]], method: "exact" },
      }).gradient.at(0, 0),
    },
  ],
};
