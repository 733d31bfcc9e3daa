import type { StudySpec } from "../../study-spec.ts";

/** The study that runs when none is given: against n, ε and d, and on one hidden row. */
export const defaultKroneckerStudy: StudySpec = {
  family: "kronecker-sketch",
  title: "Quantum sketch of a Kronecker product against its classical rivals",
  base: { n: 2 ** 36, d: 4, epsilon: 0.5, delta: 0.05, constant: 3, matrix: "blocks" },
  sweeps: [
    { vary: "n", values: [16, 18, 20, 22, 24, 28, 32, 36, 40].map((k) => 2 ** k), fitFrom: 2 ** 28 },
    { vary: "epsilon", values: [0.8, 0.5, 0.3, 0.2], methods: ["quantum-sketch", "leverage", "uniform"] },
    { vary: "d", values: [2, 3, 4, 6, 8], methods: ["quantum-sketch", "leverage", "uniform"] },
    { vary: "constant", values: [1, 2, 3], methods: ["quantum-sketch", "leverage"] },
    { vary: "n", values: [2 ** 24, 2 ** 32], with: { matrix: "needle", d: 2 } },
  ],
  methods: ["quantum-sketch", "quantum-search-only", "quantum-known-count", "leverage", "uniform"],
  seeds: [1, 2, 3],
  prices: [1, 10, 100, 1000, 10000],
};
