import { kernelSampling } from "../../../../applications/softmax-kernel/kernel-sampling.ts";
import { kernelSamplingByReading } from "../../../../applications/softmax-kernel/kernel-sampling-by-reading.ts";
import {
  networkOutputs,
  pairedNetwork,
  tangentKernel,
} from "../../../../applications/softmax-kernel/softmax-network.ts";
import { sphereData } from "../../../../applications/softmax-kernel/softmax-tangent-kernel.ts";
import type { DenseMatrix } from "../../../../matrix/dense-matrix.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { StudyFamily } from "../../study-family.ts";

const stage = "ridge leverage sampling";
const unknown = (access: LedgerEntry["access"]): LedgerEntry[] => [
  {
    oracle: "kernel",
    access,
    unit: "kernel",
    use: access === "quantum" ? "forward" : "read",
    stage,
    count: null,
    label: "unavailable",
    note: "depends on the statistical dimension, which depends on the data",
  },
];

/** Columns of the kernel of a softmax network for a Nyström approximation: how many kernel evaluations find them. */
export const softmaxKernelFamily: StudyFamily = {
  name: "softmax-kernel",
  title: "Columns of a softmax tangent kernel, by kernel evaluations",
  summary:
    "⌈s⌉ columns of the tangent kernel of a softmax network are drawn by ridge leverage scores, s = Σ e/(e + λ) over its eigenvalues e, for a Nyström approximation. Points lie on the unit sphere.",
  revision: 1,
  parameters: {
    n: { kind: "integer", default: 256, least: 2, most: 512, description: "data points", symbol: "n" },
    d: { kind: "integer", default: 4, least: 1, most: 64, description: "entries of a point", symbol: "d" },
    m: {
      ...{ kind: "integer", default: 256, least: 2, most: 4096, symbol: "m" },
      description: "neurons, an even number",
    },
    lambda: {
      ...{ kind: "number", default: 10, least: 1e-6, most: 1e6, symbol: "λ" },
      description: "ridge, in units of the kernel",
    },
  },
  unit: "kernel",
  errorName: "share of the trace of the kernel that the columns do not span",
  methods: [
    {
      name: "amplified-scores",
      title: "sampling by amplified scores",
      side: "quantum",
      guaranteed: true,
      source: "quant-ph/0005055 on ridge leverage scores; its use for arXiv:2405.03251 is derived",
      assumptions: [
        "Coherent access to the data (QRAM).",
        "Promise: the statistical dimension s is known.",
        "A score call costs ⌈s⌉ kernel evaluations and as many to uncompute them: s√(ns) is compared with ns, never √(ns) with ns.",
      ],
      costs: [],
      *run(setting, random) {
        yield { stage, done: 0, total: 1 };
        const { columns, traceError, ledger } = kernelSampling(kernelOf(setting, random), {
          lambda: numberOf(setting, "lambda"),
          random: random.split("amplified scores"),
        });
        return { ledger, certificate: null, error: traceError, size: columns.length };
      },
      predict: () => unknown("quantum"),
    },
    {
      name: "all-scores",
      title: "reading all scores",
      side: "classical",
      guaranteed: true,
      source: "ns kernel evaluations: a score is as dear as in superposition, and is computed once",
      assumptions: ["The statistical dimension s is known."],
      costs: [],
      *run(setting, random) {
        yield { stage, done: 0, total: 1 };
        const { columns, traceError, ledger } = kernelSamplingByReading(kernelOf(setting, random), {
          lambda: numberOf(setting, "lambda"),
          random: random.split("all scores"),
        });
        return { ledger, certificate: null, error: traceError, size: columns.length };
      },
      predict: () => unknown("classical"),
    },
    {
      name: "whole-kernel",
      title: "the whole kernel",
      side: "classical",
      guaranteed: true,
      source: "every entry once",
      assumptions: ["Every entry is evaluated; no use is made of symmetry."],
      costs: [
        {
          name: "every entry once",
          expression: "n^2",
          access: "classical",
          label: "exact",
          paper: "derived",
          theorem: "n² entries",
        },
      ],
      *run(setting, random) {
        yield { stage, done: 0, total: 1 };
        const { rows, columns } = kernelOf(setting, random);
        const ledger = new Ledger();
        ledger.enter("kernel");
        const evaluate = ledger.meter({
          oracle: "kernel",
          access: "classical",
          unit: "kernel",
          use: "read",
        });
        for (let i = 0; i < rows; i++) evaluate(columns);
        return { ledger: ledger.entries(), certificate: null, error: 0, size: rows };
      },
      predict: (setting) => [
        {
          oracle: "kernel",
          access: "classical",
          unit: "kernel",
          use: "read",
          stage,
          count: numberOf(setting, "n") ** 2,
          label: "exact",
          note: "every entry once",
        },
      ],
    },
  ],
  assumptions: [
    "Counted are evaluations of the kernel. Score calls are converted before anything is compared: each is several evaluations.",
    "Columns are chosen here and not filled in: their n⌈s⌉ entries cost the same on both sides.",
  ],
  require(setting) {
    const m = numberOf(setting, "m");
    if (m % 2 !== 0) {
      throw new RangeError(`m: expected an even number of neurons, got ${m}; they come in pairs.`);
    }
  },
  remarks: () => [
    "A score call is not a kernel evaluation: √(ns) calls against ns evaluations would flatter the quantum side by a factor s. Where the statistical dimension is above about n/10 reading all scores is cheaper.",
    "Fewer evaluations than those of the whole kernel are not fewer for the same result: the columns leave an error.",
  ],
  defaultStudy: {
    family: "softmax-kernel",
    sweeps: [
      { vary: "n", values: [32, 64, 128, 256, 400] },
      { vary: "lambda", values: [0.1, 1, 10, 100] },
    ],
    seeds: [1, 2, 3],
    prices: [1, 2, 10],
  },
};

function kernelOf(setting: Setting, random: RandomStream): DenseMatrix {
  const [n, d, m] = ["n", "d", "m"].map((name) => numberOf(setting, name));
  const instance = random.split("instance");
  const { X } = sphereData({ n, d }, instance.split("data"));
  const network = pairedNetwork({ d, m, outputs: 1, sigma: 1 }, instance.split("network"));
  return tangentKernel(X, networkOutputs(network, X).slopes);
}
