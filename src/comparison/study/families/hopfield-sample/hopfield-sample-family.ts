import { patternOracle } from "../../../../applications/hopfield/pattern-oracle.ts";
import { randomMemory } from "../../../../applications/hopfield/random-memory.ts";
import { retrieveByRejection, retrieveSample } from "../../../../applications/hopfield/retrieve.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { MethodOutcome, StudyFamily } from "../../study-family.ts";

const promise = "Promise: the largest similarity of the query is known; finding it out is not on the bill.";
const unknown = (access: LedgerEntry["access"]): LedgerEntry[] => [
  {
    oracle: "patterns",
    access,
    unit: "key",
    use: access === "quantum" ? "forward" : "read",
    stage: "one sample",
    count: null,
    label: "unavailable",
    note: "depends on the acceptance, which depends on the patterns",
  },
];

/** One softmax sample from a Hopfield memory: amplitude amplification, rejection, and reading all patterns. */
export const hopfieldSampleFamily: StudyFamily = {
  name: "hopfield-sample",
  title: "One softmax sample from a Hopfield memory",
  summary:
    "A pattern drawn with probability proportional to the exponential of its similarity times β, from M random patterns with entries uniform in [-1, 1].",
  revision: 1,
  parameters: {
    M: {
      kind: "integer",
      default: 4096,
      least: 2,
      most: 2 ** 18,
      description: "stored patterns",
      symbol: "M",
    },
    d: { kind: "integer", default: 4, least: 1, most: 64, description: "entries of a pattern", symbol: "d" },
    beta: {
      kind: "number",
      default: 4,
      least: 0,
      most: 1e6,
      description: "inverse temperature",
      symbol: "β",
    },
  },
  unit: "key",
  errorName: null,
  methods: [
    {
      name: "amplification",
      title: "amplitude amplification",
      side: "quantum",
      guaranteed: true,
      source: "Brassard, Høyer, Mosca and Tapp, quant-ph/0005055",
      assumptions: [
        "Coherent access to the stored patterns (QRAM).",
        promise,
        "Promise: the acceptance is known.",
      ],
      costs: [],
      *run(setting, random) {
        const { oracle, query, beta } = memoryOf(setting, random);
        yield { stage: "one sample", done: 0, total: 1 };
        retrieveSample(oracle, { query, beta, random: random.split("amplification") });
        return outcomeOf(oracle);
      },
      predict: () => unknown("quantum"),
    },
    {
      name: "rejection",
      title: "rejection sampling",
      side: "classical",
      guaranteed: true,
      source: "von Neumann's rejection method; 1/acceptance reads on average",
      assumptions: [promise],
      costs: [],
      *run(setting, random) {
        const { oracle, query, beta } = memoryOf(setting, random);
        yield { stage: "one sample", done: 0, total: 1 };
        const bound = oracle.promisedLargest(query);
        retrieveByRejection(oracle, { query, beta, bound, random: random.split("rejection") });
        return outcomeOf(oracle);
      },
      predict: () => unknown("classical"),
    },
    {
      name: "read-all",
      title: "reading all patterns",
      side: "classical",
      guaranteed: true,
      source: "every pattern once",
      assumptions: [],
      costs: [
        {
          name: "every pattern once",
          expression: "M",
          access: "classical",
          label: "exact",
          paper: "derived",
          theorem: "one read a pattern",
        },
      ],
      *run(setting, random) {
        const { oracle } = memoryOf(setting, random);
        yield { stage: "reading", done: 0, total: 1 };
        oracle.forEach(() => {});
        return outcomeOf(oracle);
      },
      predict: (setting) => [
        {
          oracle: "patterns",
          access: "classical",
          unit: "key",
          use: "read",
          stage: "one sample",
          count: numberOf(setting, "M"),
          label: "exact",
          note: "every pattern once",
        },
      ],
    },
  ],
  assumptions: [
    "A key query gives the similarity of one pattern. A similarity in superposition is computed and uncomputed: two queries a use of the preparation, one use an attempt and two a round.",
    "A sample is returned, not the retrieved vector, which would need mean estimation.",
  ],
  // Every setting in range makes a memory, and none is larger than 2^24 numbers.
  require: () => {},
  defaultStudy: {
    family: "hopfield-sample",
    title: "One softmax sample: amplification against rejection",
    sweeps: [
      { vary: "beta", values: [0.5, 1, 2, 4, 8, 16, 64, 1024] },
      { vary: "M", values: [256, 1024, 4096, 16384, 65536], with: { beta: 1024 } },
    ],
    seeds: [1, 2, 3, 4, 5, 6, 7],
  },
};

function memoryOf(setting: Setting, random: RandomStream) {
  const [M, d, beta] = ["M", "d", "beta"].map((name) => numberOf(setting, name));
  const { patterns, queries } = randomMemory({ M, d, L: 1 }, random.split("instance"));
  const oracle = patternOracle(patterns);
  oracle.ledger.enter("one sample");
  return { oracle, query: queries.row(0), beta };
}

function outcomeOf({ ledger }: ReturnType<typeof patternOracle>): MethodOutcome {
  return { ledger: ledger.entries(), certificate: null, error: null };
}
