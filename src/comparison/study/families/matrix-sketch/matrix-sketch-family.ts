import { LimitError } from "../../../../errors/limit-error.ts";
import type { CostModel } from "../../cost-model.ts";
import type { StudyFamily } from "../../study-family.ts";
import { everyRowCost } from "../every-row-cost.ts";
import { matrixSetting } from "../matrix-setting.ts";
import { mostEntries, requireFewEntries } from "../require-few-entries.ts";
import {
  drawnMethod,
  halvingMethod,
  type ObliviousKind,
  obliviousMethod,
  obliviousRows,
  quantumHalvingMethod,
} from "./matrix-sketch-methods.ts";
import { matrixSketchParameters } from "./matrix-sketch-parameters.ts";

/** Normal numbers that a dense sketch draws, some seconds of work. */
const mostNormals = 2 ** 26;

const oblivious: readonly ObliviousKind[] = ["gaussian", "hadamard", "count-sketch", "sparse-sign"];

const halvingCost: CostModel = {
  name: "min(n, halving and refinement)",
  expression:
    "min(n, 5.7 * (3.41 sqrt(n s_inner) + sqrt(n s_final)) + 4.41 * (6 + log(1 / sqrt(delta_c))) * sqrt(n))",
  where: {
    stages: "ceil(log2(n / (4 d))) + 2",
    delta_s: "2 delta / (3 stages)",
    delta_c: "delta / (3 stages)",
    s_inner: "3 d constant log(2 d / delta_s) / 0.25",
    s_final: "1.5 d constant log(2 d / delta_s) / epsilon^2",
  },
  access: "both",
  label: "expected",
  paper: "derived from arXiv:2311.03215 and quant-ph/9605034",
  theorem: "Theorem 3.1 and section 4",
};

const drawn = "Reads every row once for the scores.";
const touches = "Touches every row once and looks at none of them before; what it saves is arithmetic.";

/** Spectral approximation of one matrix: quantum halving against every classical sketch. */
export const matrixSketchFamily: StudyFamily = {
  name: "matrix-sketch",
  title: "Spectral approximation of a matrix",
  summary:
    "A short B with (1−ε)AᵀA ⪯ BᵀB ⪯ (1+ε)AᵀA, with probability at least 1 − δ; every answer is certified by its true spectral range.",
  revision: 1,
  parameters: matrixSketchParameters,
  unit: "row",
  errorName: "max(1 − lower, upper − 1) of the true spectral range",
  methods: [
    quantumHalvingMethod({
      name: "quantum-halving",
      title: "quantum halving",
      guaranteed: true,
      source: "derived from arXiv:2311.03215, Theorem 3.1",
      assumptions: [
        "Coherent row access: every quantum query assumes a row that can be read in superposition (QRAM).",
        "Reads a subset of rows, or all of them, where that is expected to cost fewer queries: min(n, search).",
      ],
      costs: [halvingCost],
    }),
    drawnMethod(
      {
        name: "leverage",
        title: "leverage sampling, with replacement",
        guaranteed: true,
        source: "Drineas, Mahoney and Muthukrishnan, arXiv:0708.3696; matrix Chernoff bound, arXiv:1004.4389",
        assumptions: [drawn],
        costs: [everyRowCost],
      },
      "leverage",
      "iid",
    ),
    drawnMethod(
      {
        name: "leverage-bernoulli",
        title: "leverage sampling, each row on its own",
        guaranteed: true,
        source: "matrix Chernoff bound, arXiv:1004.4389",
        assumptions: [drawn],
        costs: [everyRowCost],
      },
      "leverage",
      "bernoulli",
    ),
    halvingMethod({
      name: "halving",
      title: "classical halving",
      guaranteed: true,
      source: "arXiv:1408.5099, Algorithm 2",
      assumptions: ["Reads every row of every level, and keeps what it has read."],
      costs: [everyRowCost],
    }),
    obliviousMethod(
      {
        name: "gaussian",
        title: "Gaussian sketch",
        guaranteed: true,
        source: "Davidson and Szarek (2001), Theorem II.13",
        assumptions: [touches],
        costs: [everyRowCost],
      },
      "gaussian",
    ),
    obliviousMethod(
      {
        name: "hadamard",
        title: "randomised Hadamard sketch (SRHT)",
        guaranteed: true,
        source: "Tropp, arXiv:1011.1595, Lemma 3.3 and matrix Chernoff bound",
        assumptions: [touches],
        costs: [everyRowCost],
      },
      "hadamard",
    ),
    obliviousMethod(
      {
        name: "count-sketch",
        title: "CountSketch",
        guaranteed: true,
        source: "Nelson and Nguyen, arXiv:1211.1002, Theorem 3",
        assumptions: [touches],
        costs: [everyRowCost],
      },
      "count-sketch",
    ),
    obliviousMethod(
      {
        name: "sparse-sign",
        title: "sparse sign sketch",
        guaranteed: false,
        source: "Cohen, SODA 2016; the number of rows is from practice, arXiv:2002.01387, section 9.2",
        assumptions: [touches],
        costs: [everyRowCost],
      },
      "sparse-sign",
    ),
    drawnMethod(
      {
        name: "row-norm",
        title: "length-squared sampling",
        guaranteed: false,
        source: "Frieze, Kannan and Vempala; no spectral guarantee",
        assumptions: [
          "Reads every row once; rows are drawn by their squared length, which is not their leverage.",
        ],
        costs: [everyRowCost],
      },
      "row-norm",
      "iid",
    ),
    drawnMethod(
      {
        name: "uniform",
        title: "uniform sampling",
        guaranteed: false,
        source: "no spectral guarantee",
        assumptions: ["Misses a row that alone carries a direction with probability (1 − 1/n)^m."],
        costs: [],
      },
      "uniform",
      "iid",
    ),
  ],
  assumptions: [
    "A row query returns one row. Reading a row in superposition and taking it back costs two; checking a measured candidate costs one; a classical read costs one.",
    "Only queries are compared: no gates, no error correction, no wall-clock time of a quantum machine, no building of coherent memory.",
    "The guarantee of sampling is proven for the constant c = 3; that of the other sketches has no such constant.",
  ],
  require(setting, methods) {
    const own = matrixSetting(setting);
    const { n, d, matrix } = own;
    if (n < 2 * d) {
      throw new RangeError(`n: expected at least 2d = ${2 * d} rows, got ${n}; the matrix is to be tall.`);
    }
    const touching = oblivious.find((kind) => methods.includes(kind));
    requireFewEntries(n * d, { matrix, what: "matrix", touching });
    for (const kind of oblivious.filter((name) => methods.includes(name))) {
      const rows = obliviousRows(kind, own);
      if (rows * d > mostEntries) {
        const remedy = "take a larger epsilon or delta, or leave the method out";
        throw new LimitError("epsilon", mostEntries, rows * d, `entries of the result of ${kind}`, remedy);
      }
      if (kind === "gaussian" && rows * n > mostNormals) {
        const remedy = "take fewer rows or a larger epsilon, or leave the method out";
        throw new LimitError("n", mostNormals, rows * n, "numbers that gaussian draws", remedy);
      }
    }
  },
  defaultStudy: {
    family: "matrix-sketch",
    title: "Quantum halving against every classical sketch",
    base: { n: 2 ** 32, d: 3, epsilon: 0.5, delta: 0.1, matrix: "blocks" },
    sweeps: [
      {
        vary: "n",
        values: [16, 18, 20, 22, 24, 28, 32, 36, 40].map((k) => 2 ** k),
        methods: ["quantum-halving", "leverage", "leverage-bernoulli", "halving", "uniform"],
        fitFrom: 2 ** 28,
      },
      {
        vary: "epsilon",
        values: [0.8, 0.5, 0.3, 0.2, 0.1],
        methods: ["quantum-halving", "leverage", "leverage-bernoulli", "halving", "uniform"],
      },
      {
        vary: "d",
        values: [1, 2, 3, 4, 6],
        methods: ["quantum-halving", "leverage", "leverage-bernoulli", "halving", "uniform"],
      },
      { vary: "n", values: [2 ** 10, 2 ** 12, 2 ** 14, 2 ** 16], with: { matrix: "gaussian" } },
      { vary: "n", values: [2 ** 10, 2 ** 12, 2 ** 14, 2 ** 16], with: { matrix: "needle" } },
    ],
    seeds: [1, 2, 3],
    prices: [1, 10, 100, 1000],
  },
};
