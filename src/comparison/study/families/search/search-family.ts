import { Ledger } from "../../../../oracles/ledger.ts";
import type { LedgerEntry } from "../../../../oracles/ledger-entry.ts";
import { markedSetOracle } from "../../../../oracles/marked-set-oracle.ts";
import { expectedUnknownCountSearch } from "../../../../primitives/expected-search.ts";
import { searchRanges, unknownCountSearch } from "../../../../primitives/unknown-count-search.ts";
import { numberOf, type Setting } from "../../setting.ts";
import type { StudyFamily, StudyMethod } from "../../study-family.ts";

/** Rounds at m = √N before a search gives up: it then misses less than a third of the time (see the test). */
const cutOff = 4;

interface SearchInstance {
  readonly n: number;
  readonly marked: number;
  readonly draws: number;
  /** How often a search that gave up is begun again: misses are less likely than 3 to the minus this. */
  readonly rounds: number;
}

function instanceOf(setting: Setting): SearchInstance {
  const [n, marked, draws, epsilon] = ["n", "marked", "draws", "epsilon"].map((name) =>
    numberOf(setting, name),
  );
  return { n, marked, draws, rounds: Math.ceil(Math.log(1 / epsilon) / Math.log(3)) };
}

const read = { oracle: "f", access: "classical", unit: "entry", use: "read" } as const;

/** Classical draws with replacement, then searches with an unknown count until one finds or all rounds are spent. */
const hybridSearch: StudyMethod = {
  name: "hybrid-search",
  title: "draws, then quantum search",
  side: "quantum",
  guaranteed: true,
  source: "arXiv:2203.04975, section 3, with the search of quant-ph/9605034 for an unknown count",
  assumptions: ["Coherent access to the entries; two queries per Grover iteration, one per check."],
  costs: [],
  *run(setting, random) {
    const { n, marked, draws, rounds } = instanceOf(setting);
    const ledger = new Ledger();
    const drawing = random.split("draws");
    ledger.enter("classical draws");
    let found = false;
    for (let draw = 0; draw < draws && !found; draw++) {
      ledger.charge({ ...read, count: 1 });
      // The place of the marked entries does not matter: they are taken to be the first ones.
      found = drawing.integer(n) < marked;
    }
    ledger.enter("quantum search");
    const positions = Float64Array.from({ length: marked }, (_, k) => k);
    const oracle = markedSetOracle({
      ...{ name: "f", marked: { size: n, positions }, ledger },
      ...{ fidelity: "subspace", queriesPerPhase: 2, unit: "entry" },
    });
    for (let round = 0; round < rounds && !found; round++) {
      const search = unknownCountSearch(oracle, { random: random.split("search", round), cutOff });
      found = search.position !== null;
    }
    return { ledger: ledger.entries(), certificate: null, error: found === marked > 0 ? 0 : 1 };
  },
  predict(setting) {
    const { n, marked, draws, rounds } = instanceOf(setting);
    const missed = (1 - marked / n) ** draws;
    const { phases, checks, failure } = expectedUnknownCountSearch(n, marked, { cutOff });
    const begun = failure === 1 ? rounds : (1 - failure ** rounds) / (1 - failure);
    const note = "exact mean of the draws and of the search over its ranges";
    return entries("expected", note, {
      reads: marked === 0 ? draws : (n / marked) * (1 - missed),
      quantum: 2 * missed * begun * phases,
      checks: missed * begun * checks,
    });
  },
  limit(setting) {
    const { n, draws, rounds } = instanceOf(setting);
    const ranges = searchRanges(n, { cutOff });
    return entries("upper-bound", "all draws and rounds, each run at the most iterations of its range", {
      reads: draws,
      quantum: 2 * rounds * ranges.reduce((sum, range) => sum + range - 1, 0),
      checks: rounds * ranges.length,
    });
  },
};

/** Reads entries in random order, none twice, until a marked one comes. */
const randomOrder: StudyMethod = {
  name: "random-order",
  title: "classical search in random order",
  side: "classical",
  guaranteed: true,
  source: "standard; (N+1)/(T+1) reads on the mean",
  assumptions: ["Never reads an entry twice."],
  costs: [
    {
      name: "mean of reading in random order",
      expression: "(n + 1) / (marked + 1)",
      access: "classical",
      label: "expected",
      paper: "arXiv:2203.04975",
      theorem: "section 3",
    },
  ],
  // biome-ignore lint/correctness/useYield: a search is over at once
  *run(setting, random) {
    const { n, marked } = instanceOf(setting);
    const order = random.split("order");
    let reads = 0;
    for (let found = false; !found && reads < n; reads++) found = order.integer(n - reads) < marked;
    const ledger = new Ledger();
    ledger.enter("reading");
    ledger.charge({ ...read, count: reads });
    return { ledger: ledger.entries(), certificate: null, error: 0 };
  },
  predict(setting) {
    const { n, marked } = instanceOf(setting);
    const reads = marked === 0 ? n : (n + 1) / (marked + 1);
    return entries("expected", "mean of the least of T random places", { reads, quantum: 0, checks: 0 });
  },
  limit(setting) {
    const { n, marked } = instanceOf(setting);
    return entries("upper-bound", "all entries that are not marked, and one", {
      ...{ reads: Math.min(n, n - marked + 1), quantum: 0, checks: 0 },
    });
  },
};

function entries(
  label: "expected" | "upper-bound",
  note: string,
  counts: { readonly reads: number; readonly quantum: number; readonly checks: number },
): LedgerEntry[] {
  const entry = { oracle: "f", unit: "entry", stage: "all", label, note } as const;
  const all: LedgerEntry[] = [
    { ...entry, access: "classical", use: "read", count: counts.reads },
    { ...entry, access: "quantum", use: "forward", count: counts.quantum / 2 },
    { ...entry, access: "quantum", use: "inverse", count: counts.quantum / 2 },
    { ...entry, access: "classical", use: "check", count: counts.checks },
  ];
  return all.filter(({ count }) => count !== 0);
}

/** Finding a marked entry in a list: the textbook case, with all six numbers known. */
export const searchFamily: StudyFamily = {
  name: "search",
  title: "Search of a list",
  summary:
    "One of T marked entries among n is to be found, or that there is none, with probability of a miss at most ε.",
  revision: 1,
  parameters: {
    n: {
      kind: "integer",
      default: 2 ** 16,
      least: 4,
      most: 2 ** 24,
      description: "entries of the list",
      symbol: "n",
    },
    marked: {
      kind: "integer",
      default: 1,
      least: 0,
      most: 2 ** 20,
      description: "marked entries",
      symbol: "T",
    },
    draws: {
      kind: "integer",
      default: 0,
      least: 0,
      most: 1e6,
      description: "classical draws before the search",
      symbol: "s",
    },
    epsilon: {
      ...{ kind: "number", default: 1e-5, least: 1e-30, most: 0.5, symbol: "ε", inverse: true },
      description: "probability that a marked entry is missed",
    },
  },
  unit: "entry",
  errorName: "1 for a miss, else 0",
  methods: [hybridSearch, randomOrder],
  assumptions: [
    "A query returns one entry. A Grover iteration computes and uncomputes it, two queries; a check of what was measured is a classical one.",
    "Only queries are compared: no gates, no error correction, no wall-clock time of a quantum machine.",
  ],
  require(setting) {
    const { n, marked } = instanceOf(setting);
    if (marked > n) throw new RangeError(`marked: expected at most n = ${n}, got ${marked}; mark fewer.`);
  },
  defaultStudy: {
    family: "search",
    sweeps: [
      { vary: "n", values: [4, 6, 8, 10, 12, 14, 16, 18].map((k) => 2 ** k), fitFrom: 2 ** 8 },
      { vary: "marked", values: [1, 4, 16, 64, 256] },
      { vary: "n", values: [64, 256, 1024, 4096], with: { draws: 130 } },
    ],
    seeds: Array.from({ length: 101 }, (_, k) => k + 1),
    prices: [1, 10, 100],
  },
};
