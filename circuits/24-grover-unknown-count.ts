import { Circuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const index = [0, 1, 2, 3];
const coins = [4, 5];
const size = 16;
const choices = 4;
const marked = [2, 7, 13];

const iteration = new Circuit(4)
  .phaseOracle({ qubits: index, marked, label: "marked" })
  .reflectUniform(index);

// The number of iterations, 0 to 3, is drawn by two coins: coin k adds 2^k iterations.
let circuit = Circuit.withRegisters(
  [
    ["x", 4],
    ["coin", 2],
  ],
  [["found", 4]],
).onEach("h", [...coins, ...index]);
coins.forEach((coin, k) => {
  circuit = circuit.control([coin], (body) =>
    body.box(k === 0 ? "G" : "G²", iteration.repeat(2 ** k), index),
  );
});
index.forEach((qubit) => {
  circuit = circuit.measure(qubit);
});

const angle = Math.asin(Math.sqrt(marked.length / size));
const found = 1 / 2 - Math.sin(4 * choices * angle) / (4 * choices * Math.sin(2 * angle));

export const program: Program = {
  title: "Grover search with an unknown number of marked items",
  explanation:
    "Who does not know how many items are marked cannot know when to stop. Drawing the number of iterations at random from 0 to m − 1 succeeds with probability 1/2 − sin(4mθ)/(4m sin 2θ), at least 1/4 once m is large enough. Here m = 4, and coins control the iterations.",
  source: "Boyer, Brassard, Høyer and Tapp, quant-ph/9605034, lemma 2",
  circuit,
  expect: [
    {
      kind: "counts",
      law: Object.fromEntries(
        Array.from({ length: size }, (_, x) => [
          x.toString(2).padStart(4, "0"),
          marked.includes(x) ? found / marked.length : (1 - found) / (size - marked.length),
        ]),
      ),
    },
  ],
};
