import { polynomialFeatures, polynomialRank } from "../../../../applications/polynomial-features.ts";
import { seriesDegree } from "../../../../applications/series-degree.ts";
import { compareStream } from "../../../../applications/streaming-attention/compare-stream.ts";
import { exactOnSome } from "../../../../applications/streaming-attention/exact-on-some.ts";
import { uniformAttention } from "../../../../applications/streaming-attention/uniform-attention.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { StudyFamily } from "../../study-family.ts";
import { highRankWords } from "../high-rank-words.ts";

/** Pairs of a query and a key that are computed exactly, to see the error. */
const mostPairs = 2 ** 20;

/** Attention in one pass: the words of a state against those of a cache. */
export const streamingAttentionFamily: StudyFamily = {
  name: "streaming-attention",
  title: "Attention in one pass: the words of a state against those of a cache",
  summary:
    "Attention of n queries to n keys and values with uniform entries. The most words that are held at one time are compared, and nothing else; the errors of the state stand beside them.",
  revision: 1,
  parameters: {
    n: {
      ...{ kind: "integer", default: 4096, least: 1, most: 2 ** 16, symbol: "n" },
      description: "queries, keys and values",
    },
    d: { kind: "integer", default: 3, least: 1, most: 16, description: "entries of a row", symbol: "d" },
    degree: { ...seriesDegree(6), symbol: "g" },
    entry: {
      ...{ kind: "number", default: 1, least: 0, most: 100, symbol: "B" },
      description: "entries of queries and keys are uniform in [-B, B]",
    },
    m2: {
      ...{ kind: "integer", default: 64, least: 1, most: 4096, symbol: "m₂" },
      description: "rows of the middle sketch",
    },
  },
  unit: "word",
  errorName: "largest difference to an entry of exact attention, among the queries that were checked",
  methods: [
    {
      name: "one-pass",
      title: "one-pass state",
      side: "classical",
      guaranteed: true,
      source: "the state of linear attention, for arXiv:2311.14652; words derived",
      assumptions: ["Its error is that of the series of exp, which the largest logit decides."],
      costs: [],
      run: (setting, random) => stream(setting, random, null),
      predict: (setting) => rowsRead(setting, 1),
      predictWork(setting) {
        const [n, d, rank] = sizes(setting);
        const features = 2 * (rank - 1) + d;
        return {
          flops: n * (2 * features + rank * (1 + 2 * d) + rank * (2 + 2 * d) + d),
          // The state t(d + 1), a row of features, and an output.
          peakWords: rank * (d + 2) + d,
        };
      },
    },
    {
      name: "cache",
      title: "the cache",
      side: "classical",
      guaranteed: true,
      source: "the definition",
      assumptions: [
        "Reads all keys and values for every query; its operations here are those of the checked queries.",
      ],
      costs: [
        {
          name: "keys, values and a row of weights",
          expression: "n * (2 d + 1)",
          access: "classical",
          label: "exact",
          paper: "derived",
          theorem: "words of the cache",
        },
      ],
      *run(setting, random) {
        yield { stage: "cache", done: 0, total: 1 };
        const { attention } = exactOnSome(rowsOf(setting, random), mostPairs);
        return { ledger: attention.ledger, certificate: null, error: 0, work: attention.work };
      },
      predict: (setting) => rowsRead(setting, checkedQueries(setting)).slice(0, 2),
      predictWork(setting) {
        const [n, d] = sizes(setting);
        return { flops: checkedQueries(setting) * n * (4 * d + 4), peakWords: n * (2 * d + 1) };
      },
    },
    {
      name: "middle-sketch",
      title: "one-pass state, middle sketch",
      side: "classical",
      guaranteed: false,
      source: "Addanki, Li, Song and Yang, arXiv:2311.14652, in our reading",
      assumptions: ["The state goes through m₂ random signs a row, which takes more words and errs by more."],
      costs: [],
      run: (setting, random) => stream(setting, random, numberOf(setting, "m2")),
      predict: (setting) => rowsRead(setting, 1),
      predictWork(setting) {
        const [n, d, rank] = sizes(setting);
        const m2 = numberOf(setting, "m2");
        const features = 2 * (rank - 1) + d;
        return {
          flops:
            n * (2 * features + rank + 2 * m2 * (rank + d)) +
            2 * m2 * rank * d +
            n * (rank * (2 + 2 * d) + d),
          peakWords: m2 * (rank + d) + rank + rank + rank * (d + 1) + d,
        };
      },
    },
  ],
  assumptions: [
    "A word is a number of 8 bytes that is held at one time beside the rows in passing and the outputs; the cache holds all keys and values.",
    "Space only: reads and operations are in the results, and are not compared with words.",
  ],
  require(setting) {
    polynomialFeatures(numberOf(setting, "d"), numberOf(setting, "degree"));
  },
  remarks: (settings) => [
    ...highRankWords(
      settings,
      "the features of a row are then more than the keys, and exact attention is the smaller task",
    ),
    "There is no quantum counterpart that means anything, and none takes part: the classical state is already independent of n, writes of a stream are not unitary, and t(d + 1) numbers stored as amplitudes could not be read back.",
  ],
  defaultStudy: {
    family: "streaming-attention",
    sweeps: [
      { vary: "n", values: [16, 32, 64, 128, 256, 1024, 4096] },
      { vary: "n", values: [4, 8, 16, 64, 256], with: { degree: 2 }, methods: ["one-pass", "cache"] },
      { vary: "d", values: [1, 2, 3, 4, 5, 6, 7, 8], with: { n: 1024 }, methods: ["one-pass", "cache"] },
      { vary: "degree", values: [2, 4, 6, 8, 10], with: { n: 1024 }, methods: ["one-pass", "cache"] },
    ],
    seeds: [1, 2, 3],
    prices: [1],
  },
};

function sizes(setting: Setting): readonly [n: number, d: number, rank: number] {
  const [n, d, degree] = ["n", "d", "degree"].map((name) => numberOf(setting, name));
  return [n, d, polynomialRank(d, degree)];
}

function checkedQueries(setting: Setting): number {
  const n = numberOf(setting, "n");
  return Math.max(1, Math.min(n, Math.floor(mostPairs / n)));
}

function rowsRead(setting: Setting, times: number): LedgerEntry[] {
  return ["K", "V", "Q"].map((oracle) => ({
    oracle,
    access: "classical",
    unit: "row",
    use: "read",
    stage: "passes",
    count: times * numberOf(setting, "n"),
    label: "exact",
    note: "every row once a pass",
  }));
}

function rowsOf(setting: Setting, random: RandomStream) {
  const [n, d, entry] = ["n", "d", "entry"].map((name) => numberOf(setting, name));
  return uniformAttention({ n, d, entry }, random.split("instance"));
}

function* stream(setting: Setting, random: RandomStream, m2: number | null) {
  const matrices = rowsOf(setting, random);
  const { streamed, maxError } = yield* compareStream({
    matrices,
    exact: exactOnSome(matrices, mostPairs),
    degree: numberOf(setting, "degree"),
    ...(m2 === null ? {} : { m2, random: random.split("middle sketch") }),
  });
  const { ledger, work, stateWords } = streamed;
  return { ledger, certificate: null, error: maxError, size: stateWords, work };
}
