import { Circuit, matrixSource, prepareRealState, seededRandom, streamingAttention } from "../src/index.ts";
import type { Program } from "./program.ts";

/** Eight keys and a query of two entries. Each value names its key, so that the output is the weights. */
const random = seededRandom(47);
const K = Array.from({ length: 8 }, () => [4 * random.uniform() - 2, 4 * random.uniform() - 2]);
const query = [1, -0.5];
const V = K.map((_, i) => K.map((_, j) => (i === j ? 1 : 0)));

/** The weights from the state of one pass: a sum over features of keys, here up to degree 30 and so exact to rounding. */
const { outputs } = streamingAttention({ source: matrixSource({ Q: [query], K, V }), degree: 30 });
const streamed = outputs[0];

/** The same weights by their definition. */
const exps = K.map((key) => Math.exp((key[0] * query[0] + key[1] * query[1]) / Math.SQRT2));
const sum = exps.reduce((total, value) => total + value);

let circuit = Circuit.withRegisters([["key", 3]], [["seen", 3]]).append(
  prepareRealState(streamed.map(Math.sqrt)),
);
for (let qubit = 0; qubit < 3; qubit++) circuit = circuit.measure(qubit);

const law = (of: (i: number) => number) =>
  Object.fromEntries(exps.map((_, i) => [i.toString(2).padStart(3, "0"), of(i)]));

export const program: Program = {
  title: "Attention weights of one query, from the state of a stream",
  explanation:
    "Streaming attention has no quantum counterpart: its state is classical and small already. What is shown is the nearest thing: the weights that the state gives, as amplitudes √w of three qubits. Measuring draws one key by its weight; the state cannot be read back from the qubits.",
  source: "Weights of arXiv:2311.14652 by polynomial features; Möttönen and others, quant-ph/0407010",
  circuit,
  expect: [
    { kind: "state", amplitudes: law((i) => Math.sqrt(exps[i] / sum)) },
    { kind: "counts", law: law((i) => exps[i] / sum) },
  ],
};
