import type { CostModel } from "../../cost-model.ts";
import type { StudyFamily } from "../../study-family.ts";
import { everyRowCost } from "../every-row-cost.ts";
import { matrixSetting } from "../matrix-setting.ts";
import { requireFewEntries } from "../require-few-entries.ts";
import {
  directMethod,
  preconditionedMethod,
  quantumRegressionMethod,
  sampledMethod,
  sketchMethod,
  uniformMethod,
} from "./regression-methods.ts";
import { regressionParameters } from "./regression-parameters.ts";

/** Methods that touch every row by itself, also where rows are alike. */
const touching = ["sketch-and-solve", "preconditioned"];

const coherent =
  "Coherent row access: every quantum query assumes a row that can be read in superposition (QRAM).";
const quantumSource =
  "derived from arXiv:2311.14823 (leverage-sampled quantum regression) and arXiv:2311.03215 (Theorem 3.1)";

/** Halving and refinement for large n, and reading everything where that is less: the honest form. */
const honestCost: CostModel = {
  name: "min(n, halving and refinement)",
  expression:
    "min(n, 5.7 * (3.41 sqrt(n s_inner) + sqrt(n s_final)) + 4.41 * (6 + log(1 / sqrt(delta_c))) * sqrt(n))",
  where: {
    stages: "ceil(log2(n / (4 d))) + 2",
    delta_s: "delta / (3 stages)",
    delta_c: "delta / (6 stages)",
    rate: "max(4 constant log(4 d / delta), 8 / (delta * (2 epsilon + epsilon^2)))",
    epsilon_0: "min(0.5, sqrt(constant * log(4 d / delta) / rate))",
    s_inner: "3 d constant log(2 d / delta_s) / 0.25",
    s_final: "1.5 d constant log(2 d / delta_s) / epsilon_0^2",
  },
  access: "both",
  label: "expected",
  paper: "derived from arXiv:2311.14823, arXiv:2311.03215 and quant-ph/9605034",
  theorem: "Theorem 3.1 and section 4",
};

const publishedCost: CostModel = {
  name: "√n d^1.5/ε, published",
  expression: "sqrt(n) d^1.5 / epsilon",
  access: "quantum",
  label: "asymptotic",
  paper: "arXiv:2311.14823",
  theorem: "quantum linear regression by leverage scores",
};

/** Least squares: leverage-sampled quantum regression against its classical rivals. */
export const regressionFamily: StudyFamily = {
  name: "regression",
  title: "Least squares",
  summary:
    "An x with ‖Ax − b‖ ≤ (1+ε) min ‖Ax − b‖, with probability at least 1 − δ. The least residual of every instance is known, and each answer is certified by its ratio to it.",
  revision: 1,
  parameters: regressionParameters,
  unit: "row",
  errorName: "‖Ax − b‖/min ‖Ax − b‖ − 1",
  certified: { long: "‖Ax − b‖ relative to the least one", short: "relative residual" },
  methods: [
    quantumRegressionMethod(
      {
        name: "quantum",
        title: "quantum leverage sampling",
        guaranteed: true,
        source: quantumSource,
        assumptions: [
          coherent,
          "Reads a subset of rows, or all of them, where that is expected to cost fewer queries: min(n, search).",
        ],
        costs: [honestCost, publishedCost],
      },
      "auto",
    ),
    quantumRegressionMethod(
      {
        name: "quantum-search-only",
        title: "quantum leverage sampling, always searching",
        guaranteed: true,
        source: quantumSource,
        assumptions: [coherent, "Searches at every level, also where reading would be cheaper."],
        costs: [],
      },
      "never",
    ),
    directMethod({
      name: "direct",
      title: "direct QR",
      guaranteed: true,
      source: "Householder QR in row blocks",
      assumptions: ["Exact. Where rows are alike they are solved together, and each of them is paid for."],
      costs: [everyRowCost],
    }),
    sampledMethod({
      name: "leverage-sampled",
      title: "leverage-sampled",
      guaranteed: true,
      source: "Drineas, Mahoney and Muthukrishnan, arXiv:0708.3696",
      assumptions: ["Reads every row of A for exact leverage scores, and b only where a row is kept."],
      costs: [everyRowCost],
    }),
    sketchMethod({
      name: "sketch-and-solve",
      title: "CountSketch and solve",
      guaranteed: true,
      source: "Sarlós (2006); Nelson and Nguyen, arXiv:1211.1002, Theorem 3",
      assumptions: ["Touches every row and every entry of b once; what it saves is arithmetic."],
      costs: [everyRowCost],
    }),
    preconditionedMethod({
      name: "preconditioned",
      title: "sketch as preconditioner (Blendenpik)",
      guaranteed: true,
      source: "Avron, Maymounkov and Toledo (2010); arXiv:2311.04362",
      assumptions: ["To full accuracy, whatever ε; the rows are kept for the iterations, and paid for once."],
      costs: [everyRowCost],
    }),
    uniformMethod({
      name: "uniform",
      title: "uniform sampling",
      guaranteed: false,
      source: "no guarantee",
      assumptions: [
        "As many draws as leverage sampling keeps rows. Misses a row that alone carries a direction with probability (1 − 1/n)^m.",
      ],
      costs: [],
    }),
  ],
  assumptions: [
    "A row query returns one row of A. Reading a row in superposition and taking it back costs two; checking a measured candidate costs one; a classical read costs one.",
    "Entries of b are counted by themselves and are no part of the comparison: quantum and leverage-sampled methods read one for each kept row, the others all of them.",
    "Only queries are compared: no gates, no error correction, no wall-clock time of a quantum machine, no building of coherent memory.",
    "The guarantee is proven for the constant c = 3 of the embedding.",
  ],
  require(setting, methods) {
    const { n, d, matrix } = matrixSetting(setting);
    if (n < 4 * d) {
      throw new RangeError(
        `n: expected at least 4d = ${4 * d} rows, got ${n}; least squares want a tall matrix.`,
      );
    }
    requireFewEntries(n * (d + 1), {
      matrix,
      what: "matrix and b",
      touching: methods.find((name) => touching.includes(name)),
    });
  },
  defaultStudy: {
    family: "regression",
    title: "Quantum least squares by leverage against its classical rivals",
    base: { n: 2 ** 32, d: 2, epsilon: 0.5, delta: 0.1, matrix: "blocks" },
    sweeps: [
      {
        vary: "n",
        values: [16, 18, 20, 22, 24, 28, 32, 36, 40].map((k) => 2 ** k),
        methods: ["quantum", "quantum-search-only", "direct", "leverage-sampled", "uniform"],
        fitFrom: 2 ** 28,
      },
      {
        vary: "epsilon",
        values: [0.5, 0.2, 0.1, 0.05, 0.02],
        methods: ["quantum", "direct", "leverage-sampled", "uniform"],
      },
      { vary: "d", values: [1, 2, 3, 4, 6], methods: ["quantum", "direct", "leverage-sampled", "uniform"] },
      {
        vary: "n",
        values: [2 ** 10, 2 ** 12, 2 ** 14, 2 ** 16],
        with: { matrix: "gaussian", d: 4 },
        methods: ["quantum", "direct", "leverage-sampled", "sketch-and-solve", "preconditioned", "uniform"],
      },
      {
        vary: "n",
        values: [2 ** 24, 2 ** 32],
        with: { matrix: "needle" },
        methods: ["quantum", "direct", "leverage-sampled", "uniform"],
      },
    ],
    methods: ["quantum", "direct", "leverage-sampled", "uniform"],
    seeds: [1, 2, 3],
    prices: [1, 10, 100, 1000],
  },
};
