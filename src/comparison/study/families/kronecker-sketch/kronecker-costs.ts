import type { CostModel } from "../../cost-model.ts";

/** The published claim, constants and logarithms dropped. */
export const publishedSketchCost: CostModel = {
  name: "√(nd)/ε, published",
  expression: "sqrt(n d) / epsilon",
  access: "quantum",
  label: "asymptotic",
  paper: "arXiv:2402.07027",
  theorem: "Theorem 1.1",
};

/** What quantum searching on all factors costs for large n, with its constants (see docs/how-the-counting-works.md). */
export const derivedSketchCost: CostModel = {
  name: "halving and refinement, large n",
  expression:
    "q * (5.7 * (3.41 sqrt(n s_inner) + sqrt(n s_final)) + 4.41 * (6 + log(2 / sqrt(delta_c))) * sqrt(n))",
  where: {
    stages: "q * (ceil(log2(n / (4 d))) + 2)",
    delta_s: "2 delta / (3 stages)",
    delta_c: "delta / (6 stages)",
    epsilon_1: "(1 + epsilon)^(1 / (q + 1)) - 1",
    s_inner: "3 d constant log(2 d / delta_s) / 0.25",
    s_final: "1.5 d constant log(2 d / delta_s) / epsilon_1^2",
  },
  access: "quantum",
  label: "expected",
  paper: "derived from arXiv:2311.03215 and quant-ph/9605034",
  theorem: "Theorem 3.1 and section 4",
};

/** Every row of every factor once. */
export const readAllCost: CostModel = {
  name: "read every factor once",
  expression: "q n",
  access: "classical",
  label: "exact",
  paper: "arXiv:2209.04876",
  theorem: "Lemma 4.1",
};

/** Different rows among the draws. */
export const uniformCost: CostModel = {
  name: "different rows among m draws",
  expression: "q n * (1 - exp(-m / n))",
  where: { m: "constant d^q log(2 d^q / delta) / epsilon^2" },
  access: "classical",
  label: "expected",
  paper: "derived",
  theorem: "birthday count",
};
