import { Circuit, negative, parameter, times } from "../src/index.ts";
import type { Program } from "./program.ts";

const nodes = 6;
const edges = Array.from({ length: nodes }, (_, k) => [k, (k + 1) % nodes] as const);
const all = Array.from({ length: nodes }, (_, q) => q);
const angles = { gamma: 0.6, beta: 0.5 };

let ansatz = new Circuit(nodes).onEach("h", all);
for (const [a, b] of edges) ansatz = ansatz.rzz(negative(parameter("gamma")), a, b);
ansatz = ansatz.onEach("rx", all, times(2, parameter("beta"))).measureAll();

/** Edges whose ends differ. */
const cut = (outcome: number) =>
  edges.filter(([a, b]) => ((outcome >> a) & 1) !== ((outcome >> b) & 1)).length;

export const program: Program = {
  title: "QAOA for the largest cut of a ring",
  explanation:
    "One layer of QAOA on a ring of six nodes: each edge is cut with probability 1/2 + ¼ sin 4β sin 2γ, at best 3/4. The angles are named parameters, bound here to γ = 0.6 and β = 0.5.",
  source:
    "Farhi, Goldstone and Gutmann, arXiv:1411.4028; Wang, Hadfield, Jiang and Rieffel, arXiv:1706.02998, theorem 1",
  circuit: ansatz.bind(angles),
  expect: [
    {
      kind: "mean",
      what: "edges that are cut",
      of: cut,
      value: nodes * (1 / 2 + (Math.sin(4 * angles.beta) * Math.sin(2 * angles.gamma)) / 4),
    },
  ],
};
