import { attentionGrad } from "../../../../applications/attention-gradient/attention-grad.ts";
import { attentionInstance } from "../../../../applications/attention-gradient/attention-instance.ts";
import { polynomialFeatures, polynomialRank } from "../../../../applications/polynomial-features.ts";
import { seriesDegree } from "../../../../applications/series-degree.ts";
import type { Work } from "../../../../applications/work-count.ts";
import { largestEntry, largestEntryDifference } from "../../../../matrix/algebra/largest-entry.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import type { Task } from "../../../../task/task.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { MethodOutcome, StudyFamily } from "../../study-family.ts";
import { highRankWords } from "../high-rank-words.ts";

const paper = "Alman and Song, arXiv:2402.04497";

/** The gradient of attention: by low rank, without n × n matrices, against the definition. */
export const attentionGradientFamily: StudyFamily = {
  name: "attention-gradient",
  title: "The gradient of attention: low rank against n × n matrices",
  summary:
    "dL/dX of L(X) = ½‖softmax(A1 X A2ᵀ/d) A3 Y − E‖² for n rows, by polynomial features of an even degree and by its definition. Operations are compared; the errors of low rank stand beside them.",
  revision: 1,
  parameters: {
    n: {
      ...{ kind: "integer", default: 256, least: 2, most: 4096, symbol: "n" },
      description: "rows of A1, A2, A3 and E",
    },
    d: { kind: "integer", default: 4, least: 1, most: 16, description: "columns", symbol: "d" },
    degree: { ...seriesDegree(4), symbol: "g" },
    entry: {
      ...{ kind: "number", default: 1, least: 0, most: 100, symbol: "B" },
      description: "largest entry of A1 X and bound on those of A2",
    },
  },
  unit: "flop",
  errorName: "largest entry of the difference to the exact gradient, over its largest entry",
  methods: [
    {
      name: "low-rank",
      title: "low rank",
      side: "classical",
      guaranteed: true,
      source: `${paper}, with the order of products of docs/systems/attention-gradient.md`,
      assumptions: ["Its error is that of the series of exp, which the largest logit decides: up to B²."],
      costs: [],
      run: (setting, random) => gradient(setting, random, "lowrank"),
      predict: rowsRead,
      predictWork: lowRankWork,
    },
    {
      name: "exact",
      title: "exact",
      side: "classical",
      guaranteed: true,
      source: `the definition, ${paper}, section 3`,
      assumptions: ["Forms f, q and p, three n × n matrices, from n² evaluations of exp."],
      costs: [
        {
          name: "three n × n matrices",
          expression: "n^2 * (8 d + 8) + 6 n d^2",
          access: "classical",
          label: "exact",
          paper: "derived",
          theorem: "operations of the definition, one by one",
        },
      ],
      run: (setting, random) => gradient(setting, random, "exact"),
      predict: (setting) => [
        ...rowsRead(setting),
        { ...read, oracle: "exp", unit: "kernel", count: numberOf(setting, "n") ** 2, note: "n²" },
      ],
      predictWork(setting) {
        const [n, d] = [numberOf(setting, "n"), numberOf(setting, "d")];
        return { flops: n * n * (8 * d + 8) + 6 * n * d * d, peakWords: 3 * n * n + 2 * n * d + 3 * n };
      },
    },
  ],
  assumptions: [
    "An operation is an addition, multiplication, division or exponential of numbers. Evaluations of exp are also counted as such, n² of them by the definition and none by low rank, and are not added to operations.",
    "Fewer operations are not fewer for the same result: low rank has an error.",
  ],
  require(setting) {
    polynomialFeatures(numberOf(setting, "d"), numberOf(setting, "degree"));
  },
  remarks: (settings) => [
    ...highRankWords(
      settings,
      "its factors are then larger than the matrix they stand for, and nothing is gained",
    ),
    "No quantum method takes part: none with a proved gain from end to end is known to us. The illustration of kronket system attention-gradient counts kernel evaluations, which are not operations.",
  ],
  defaultStudy: {
    family: "attention-gradient",
    sweeps: [
      { vary: "n", values: [8, 16, 32, 64, 128, 256, 512, 1024], with: { degree: 4 }, fitFrom: 128 },
      { vary: "n", values: [8, 16, 32, 64, 128, 256, 512], with: { degree: 2 }, fitFrom: 128 },
      { vary: "degree", values: [2, 4, 6, 8] },
      { vary: "entry", values: [0.5, 1, 1.5, 2, 3] },
    ],
    seeds: [1, 2, 3],
    prices: [1],
  },
};

const read = {
  access: "classical",
  use: "read",
  stage: "gradient",
  label: "exact",
} as const satisfies Partial<LedgerEntry>;

function rowsRead(setting: Setting): LedgerEntry[] {
  return ["A1", "A2", "A3", "E"].map((oracle) => ({
    ...read,
    oracle,
    unit: "row",
    count: numberOf(setting, "n"),
    note: "every row once",
  }));
}

/** The closed form of what lowRankGradient spends and holds. */
function lowRankWork(setting: Setting): Work {
  const [n, d, degree] = ["n", "d", "degree"].map((name) => numberOf(setting, name));
  const rank = polynomialRank(d, degree);
  const features = 2 * (rank - 1) + d;
  const products = 4 * n * rank * d + 2 * n * d + 2 * rank * d * d;
  return {
    flops:
      4 * n * d * d + 2 * n * features + 5 * n * rank + 4 * n * rank * d + 3 * n * d + (d + 1) * products,
    peakWords: 4 * n * d + 2 * n * rank + rank + n + 2 * rank * d,
  };
}

function* gradient(setting: Setting, random: RandomStream, method: "exact" | "lowrank"): Task<MethodOutcome> {
  const [n, d, degree, entry] = ["n", "d", "degree", "entry"].map((name) => numberOf(setting, name));
  const instance = attentionInstance({ n, d, entry }, random.split("instance"));
  yield { stage: "gradient", done: 0, total: 2 };
  const exact = attentionGrad({ ...instance, method: "exact" });
  if (method === "exact") return { ledger: exact.ledger, certificate: null, error: 0, work: exact.work };
  yield { stage: "gradient", done: 1, total: 2 };
  const { gradient: found, rank, ledger, work } = attentionGrad({ ...instance, method, degree });
  const error = largestEntryDifference(found.data, exact.gradient.data);
  return {
    ledger,
    certificate: null,
    error: error / (largestEntry(exact.gradient.data) || 1),
    ...(rank === null ? {} : { size: rank }),
    work,
  };
}
