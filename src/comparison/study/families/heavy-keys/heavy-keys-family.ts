import { attentionRow, gaussianLogits } from "../../../../applications/attention-sparsity/attention-row.ts";
import { closedFormShare } from "../../../../applications/attention-sparsity/sparsity-law.ts";
import { heavyEntriesTask } from "../../../../applications/heavy-entries.ts";
import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import { valueOracle } from "../../../../oracles/value-oracle.ts";
import { expectedFindAll } from "../../../../primitives/expected-find-all.ts";
import type { RandomStream } from "../../../../random/random-stream.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { MethodOutcome, StudyFamily } from "../../study-family.ts";

const missProbability = 1e-3;
const coherent = "Coherent access to the stored keys (QRAM).";

/** The keys that hold most of an attention row with Gaussian logits: searching against reading. */
export const heavyKeysFamily: StudyFamily = {
  name: "heavy-keys",
  title: "The keys that hold most of an attention row",
  summary:
    "All keys that together hold a share of the softmax of n logits N(0, s²), their number known and their threshold not.",
  revision: 1,
  parameters: {
    n: { kind: "integer", default: 4096, least: 2, most: 2 ** 16, description: "keys", symbol: "n" },
    s: {
      kind: "number",
      default: 1,
      least: 0,
      most: 100,
      description: "standard deviation of the logits",
      symbol: "s",
    },
    mass: {
      kind: "number",
      default: 0.9,
      least: 0.01,
      most: 0.9999,
      description: "share of the softmax",
      symbol: "mass",
    },
  },
  unit: "key",
  errorName: "share of the heavy keys that was missed",
  methods: [
    {
      name: "search",
      title: "Grover search, threshold unknown",
      side: "quantum",
      guaranteed: true,
      source: "Gao, Song, Yang and Zhang, arXiv:2307.08045; quant-ph/9605034",
      assumptions: [
        coherent,
        "Promise: how many keys are heavy is known.",
        "Misses a key with probability 1e-3 at most.",
      ],
      costs: [],
      *run(setting, random) {
        const { logits, k } = rowOf(setting, random);
        const keys = openKeys(logits);
        const { entries } = yield* heavyEntriesTask(keys, {
          goal: { count: k },
          missProbability,
          random: random.split("search"),
        });
        const largest = Float64Array.from(logits).sort().reverse();
        const missed = entries.filter(({ value }, i) => value !== largest[i]).length;
        return outcomeOf(keys.ledger, missed / k);
      },
      predict(setting) {
        const [n, s, mass] = ["n", "s", "mass"].map((name) => numberOf(setting, name));
        const marked = Math.min(n, Math.max(1, Math.round(n * closedFormShare(s, mass))));
        const { quantum, checks, note } = expectedFindAll({ size: n, marked, missProbability });
        const entry = { oracle: "keys", unit: "key", stage: "heavy keys", label: "expected", note } as const;
        return [
          { ...entry, access: "quantum", use: "forward", count: quantum },
          { ...entry, access: "classical", use: "check", count: checks },
        ];
      },
    },
    {
      name: "read-all",
      title: "reading all keys",
      side: "classical",
      guaranteed: true,
      source: "every key once",
      assumptions: [],
      costs: [
        {
          name: "every key once",
          expression: "n",
          access: "classical",
          label: "exact",
          paper: "derived",
          theorem: "one read a key",
        },
      ],
      *run(setting, random) {
        const { logits } = rowOf(setting, random);
        const keys = openKeys(logits);
        yield { stage: "reading", done: 0, total: 1 };
        for (let i = 0; i < logits.length; i++) keys.read(i);
        return outcomeOf(keys.ledger, 0);
      },
      predict: (setting): LedgerEntry[] => [
        {
          oracle: "keys",
          access: "classical",
          unit: "key",
          use: "read",
          stage: "heavy keys",
          count: numberOf(setting, "n"),
          label: "exact",
          note: "every key once",
        },
      ],
    },
  ],
  assumptions: [
    "A key query gives one logit. A logit in superposition is computed and uncomputed: two queries a phase; every measured key is read once to check it.",
    "The prediction is that of a search above a known threshold, at the number of heavy keys of the closed form: reading a sample to guess the threshold comes on top.",
  ],
  // Every setting in range makes a row of at most 2^16 logits.
  require: () => {},
  defaultStudy: {
    family: "heavy-keys",
    title: "Heavy keys of attention: searching against reading",
    sweeps: [
      { vary: "s", values: [0.5, 1, 2, 3, 4, 5, 6] },
      { vary: "n", values: [256, 1024, 4096, 16384], with: { s: 5 } },
    ],
    seeds: [1, 2, 3],
  },
};

function rowOf(setting: Setting, random: RandomStream) {
  const logits = gaussianLogits(numberOf(setting, "n"), numberOf(setting, "s"), random.split("instance"));
  return { logits, k: attentionRow(logits).keysFor(numberOf(setting, "mass")) };
}

function openKeys(logits: Float64Array) {
  const ledger = new Ledger();
  ledger.enter("heavy keys");
  return valueOracle(logits, { name: "keys", ledger, fidelity: "subspace", unit: "key" });
}

function outcomeOf(ledger: Ledger, error: number): MethodOutcome {
  return { ledger: ledger.entries(), certificate: null, error };
}
