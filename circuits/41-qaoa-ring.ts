import { Circuit } from "../src/index.ts";
import type { Program } from "./program.ts";

const nodes = 6;
const edges = Array.from({ length: nodes }, (_, k) => [k, (k + 1) % nodes] as const);
const gamma = 0.6;
const beta = 0.5;

let circuit = new Circuit(nodes).onEach(
  "h",
  Array.from({ length: nodes }, (_, q) => q),
);
for (const [a, b] of edges) circuit = circuit.rzz(-gamma, a, b);
circuit = circuit
  .onEach(
    "rx",
    Array.from({ length: nodes }, (_, q) => q),
    2 * beta,
  )
  .measureAll();

/** Edges whose ends differ. */
const cut = (outcome: number) =>
  edges.filter(([a, b]) => ((outcome >> a) & 1) !== ((outcome >> b) & 1)).length;

export const program: Program = {
  title: "QAOA for the largest cut of a ring",
  explanation:
    "One layer of QAOA on a ring of six nodes: each edge is cut with probability 1/2 + ¼ sin 4β sin 2γ, at best 3/4. More layers do better.",
  source:
    "Farhi, Goldstone and Gutmann, arXiv:1411.4028; Wang, Hadfield, Jiang and Rieffel, arXiv:1706.02998, theorem 1",
  circuit,
  expect: [
    {
      kind: "mean",
      what: "edges that are cut",
      of: cut,
      value: nodes * (1 / 2 + (Math.sin(4 * beta) * Math.sin(2 * gamma)) / 4),
    },
  ],
};
