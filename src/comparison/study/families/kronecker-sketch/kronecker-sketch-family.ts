import type { StudyFamily } from "../../study-family.ts";
import { classicalSketchMethod } from "./classical-sketch-method.ts";
import { defaultKroneckerStudy } from "./default-kronecker-study.ts";
import { derivedSketchCost, publishedSketchCost, readAllCost, uniformCost } from "./kronecker-costs.ts";
import { kroneckerParameters } from "./kronecker-parameters.ts";
import { quantumSketchMethod } from "./quantum-sketch-method.ts";
import { requireKronecker } from "./require-kronecker.ts";

const quantumSource =
  "derived from the ingredients of arXiv:2402.07027 (Theorem 1.1) and arXiv:2311.03215 (Theorem 3.1)";
const coherent =
  "Coherent row access: every quantum query assumes a row that can be read in superposition (QRAM).";

/** Spectral approximation of a Kronecker product: the quantum sketch against its classical rivals. */
export const kroneckerSketchFamily: StudyFamily = {
  name: "kronecker-sketch",
  title: "Spectral approximation of a Kronecker product",
  summary:
    "A short weighted list of rows of A = A₁ ⊗ A₂ ⊗ … with (1−ε)AᵀA ⪯ AᵀD²A ⪯ (1+ε)AᵀA, with probability at least 1 − δ; every answer is certified by its true spectral range.",
  revision: 1,
  parameters: kroneckerParameters,
  unit: "row",
  errorName: "max(1 − lower, upper − 1) of the certified spectral range",
  methods: [
    quantumSketchMethod(
      {
        name: "quantum-sketch",
        title: "quantum sketch",
        guaranteed: true,
        source: quantumSource,
        assumptions: [
          coherent,
          "Reads a subset of rows classically where that is expected to cost fewer queries.",
        ],
        costs: [derivedSketchCost, publishedSketchCost],
      },
      { search: "unknown", fallback: "auto" },
    ),
    quantumSketchMethod(
      {
        name: "quantum-search-only",
        title: "quantum sketch, always searching",
        guaranteed: true,
        source: quantumSource,
        assumptions: [coherent, "Searches at every level, also where reading would be cheaper."],
        costs: [],
      },
      { search: "unknown", fallback: "never" },
    ),
    quantumSketchMethod(
      {
        name: "quantum-known-count",
        title: "quantum sketch, count promised",
        guaranteed: true,
        source: quantumSource,
        assumptions: [
          coherent,
          "Promise: the number of marked rows of every search is known beforehand; finding it out is not on the bill.",
        ],
        costs: [],
      },
      { search: "known", fallback: "auto" },
    ),
    classicalSketchMethod(
      {
        name: "leverage",
        title: "exact leverage sampling",
        guaranteed: true,
        source: "exact product leverage by QR of each factor, arXiv:2209.04876 Lemma 4.1",
        assumptions: [
          "Reads every row of every factor once; a row that alone carries a direction forces any classical method with a guarantee to Ω(n) reads.",
        ],
        costs: [readAllCost],
      },
      "leverage",
    ),
    classicalSketchMethod(
      {
        name: "length-squared",
        title: "length-squared sampling",
        guaranteed: false,
        source: "Frieze, Kannan and Vempala; no spectral guarantee",
        assumptions: ["Rows are drawn by their squared length, which is not their leverage."],
        costs: [],
      },
      "length-squared",
    ),
    classicalSketchMethod(
      {
        name: "uniform",
        title: "uniform sampling",
        guaranteed: false,
        source: "no spectral guarantee",
        assumptions: ["Misses a row that alone carries a direction with probability (1 − 1/n)^m."],
        costs: [uniformCost],
      },
      "uniform",
    ),
  ],
  assumptions: [
    "A row query returns one row of one factor. Reading a row in superposition and taking it back costs two; checking a measured candidate costs one; a classical read costs one.",
    "Only queries are compared: no gates, no error correction, no wall-clock time of a quantum machine, no building of coherent memory.",
    "The guarantee is proven for the constant c = 3 of the sampling rates; smaller ones are usual and without proof.",
    "Simulated in the exact two-dimensional Grover plane (level subspace), which gives the same run as all amplitudes with the same seed.",
  ],
  require: requireKronecker,
  defaultStudy: defaultKroneckerStudy,
};
