import { gaussianMatrix } from "../../matrix/generators/gaussian-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { valueOracle } from "../../oracles/value-oracle.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Fidelity } from "../../simulator/search/search-register.ts";
import type { Task } from "../../task/task.ts";
import { softmax } from "../softmax-weights.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { attentionRow, gaussianLogits } from "./attention-row.ts";
import { searchAmongMany } from "./search-among-many.ts";
import { type SearchedKeys, searchHeavyKeys, searchKeysByMass } from "./search-heavy-keys.ts";
import {
  breakEvenSpread,
  closedFormShare,
  limitExponent,
  nominalBreakEven,
  shareAboveMean,
  sparsityExponent,
} from "./sparsity-law.ts";
import { topK } from "./top-k.ts";

/** What one row of attention takes. */
export interface GaussianAttentionParameters {
  readonly n: number;
  readonly s: number;
  readonly mass: number;
}

/** One spread of the logits. */
export interface SparsityPoint {
  readonly n: number;
  readonly spread: number;
  /** The share of keys that holds the mass: the closed form for n → ∞, and counted. */
  readonly closedForm: number;
  readonly keptFraction: number;
  /** Leading term (π/2)√(nk) of a search with threshold and number known, without verification reads. */
  readonly nominalCalls: number;
  /** Key queries of a search that knows neither threshold nor count beyond k: in superposition and read, all of them. */
  readonly groverReads: number;
  /** The same with threshold and number promised: the best case. */
  readonly promisedReads: number;
  /** Whether groverReads < n; the same for the best case. */
  readonly quantumCheaper: boolean;
  readonly promisedCheaper: boolean;
}

/** Errors of keeping the k largest weights, values N(0, 1). */
export interface TopKPoint {
  readonly n: number;
  readonly k: number;
  readonly absoluteError: number;
  readonly relativeError: number;
  readonly totalVariation: number;
}

/** What one row of attention came to. */
export interface GaussianAttentionValues extends SparsityPoint {
  /** Keys that hold the mass. */
  readonly k: number;
  readonly quantumQueries: number;
  readonly classicalQueries: number;
  /** Whether the search found exactly the k heaviest keys. */
  readonly foundAll: boolean;
  /** A search that is told the mass only, neither threshold nor number: keys found, share they hold at least, queries. */
  readonly byMass: {
    readonly found: number;
    readonly holds: number;
    readonly groverReads: number;
    readonly quantumCheaper: boolean;
  };
  readonly level: Fidelity;
  /** The share of weights above 1/n, and its closed form. */
  readonly aboveMean: number;
  readonly closedFormAboveMean: number;
  /** ln k/ln n, the finite-n formula for it (null where the closed form underflows to 0), and its limit at b = s/√(ln n). */
  readonly exponent: number;
  readonly closedFormExponent: number | null;
  readonly limitExponent: number;
  /** Spreads from which a search for these keys takes fewer than n queries by leading terms. */
  readonly breakEven: {
    readonly calls: number;
    readonly verified: number;
    readonly computedAndUncomputed: number;
  };
  /** Top k at the k that holds the mass. */
  readonly topK: TopKPoint;
  /** In the default study: other spreads, top √n keys at growing n, and a search among 2^30 keys. */
  readonly spreads?: readonly SparsityPoint[];
  readonly topRoot?: readonly TopKPoint[];
  readonly large?: {
    readonly n: number;
    readonly k: number;
    readonly quantumQueries: number;
    readonly classicalQueries: number;
  };
}

const largestAmplitudeLevel = 2 ** 14;

/** Sparsity of softmax attention with Gaussian logits, and searching for its heavy keys. */
export const gaussianAttention: System<GaussianAttentionParameters, GaussianAttentionValues> = {
  name: "attention-sparsity",
  title: "How sparse is attention with Gaussian input?",
  source: "Deng, Song, Xiong and Yang, arXiv:2404.02690",
  summary:
    "One query meets n keys with logits N(0, s²). How many keys hold most of the softmax, by counting and by a closed form, and what Grover search for them costs against reading all.",
  parameters: {
    n: { kind: "integer", default: 4096, least: 2, most: 2 ** 17, description: "keys" },
    s: { kind: "number", default: 1, least: 0, most: 1000, description: "standard deviation of the logits" },
    mass: {
      kind: "number",
      default: 0.9,
      least: 0.01,
      most: 0.9999,
      description: "share of the softmax that the kept keys hold",
    },
  },
  run: (parameters, options) => runInstance(parameters, options),
  study: (options) => runStudy(options),
};

function* runInstance(
  { n, s, mass }: GaussianAttentionParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<GaussianAttentionValues>> {
  const logits = gaussianLogits(n, s, random.split("logits"));
  const row = attentionRow(logits);
  const k = row.keysFor(mass);
  const level: Fidelity = n <= largestAmplitudeLevel ? "amplitude" : "subspace";
  const searched = yield* searchHeavyKeys(logits, k, level, random);
  const byMass = yield* searchKeysByMass(logits, mass, random);
  const massReads = byMass.ledger.total({ unit: "key" });
  const point = pointOf({ n, spread: s, mass, k }, searched);
  const b = s / Math.sqrt(Math.log(n));
  const sortedFound = searched.free.entries.map(({ value }) => value);
  const largest = Float64Array.from(logits).sort().reverse().subarray(0, k);
  const values: GaussianAttentionValues = {
    ...point,
    k,
    quantumQueries: searched.free.quantumQueries,
    classicalQueries: searched.free.classicalQueries,
    foundAll: sortedFound.length === k && sortedFound.every((value, i) => value === largest[i]),
    byMass: {
      found: byMass.searched.entries.length,
      holds: byMass.searched.holds,
      groverReads: massReads,
      quantumCheaper: massReads < n,
    },
    level,
    aboveMean: row.aboveMean,
    closedFormAboveMean: shareAboveMean(s),
    exponent: Math.log(k) / Math.log(n),
    closedFormExponent: point.closedForm === 0 ? null : sparsityExponent({ b, n, mass }),
    limitExponent: limitExponent(b),
    breakEven: {
      calls: breakEvenSpread(mass, "calls"),
      verified: breakEvenSpread(mass, "verified"),
      computedAndUncomputed: breakEvenSpread(mass, "computed and uncomputed"),
    },
    topK: keepLargest(logits, k, random.split("values")),
  };
  return {
    values,
    bill: [
      ...billOf(logits, searched),
      { method: "search, only the mass known", ledger: byMass.ledger.entries(), work: null },
    ],
    notes: notesOf(values, { mass, s }),
  };
}

/** The default study: the instance at s = 1, a range of spreads, top √n keys for growing n, and 2^30 keys. */
function* runStudy(options: SystemOptions): Task<SystemOutcome<GaussianAttentionValues>> {
  const { random } = options;
  const [n, mass] = [4096, 0.9];
  const instance = yield* runInstance({ n, s: 1, mass }, options);
  const spreads: SparsityPoint[] = [];
  for (const spread of [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5]) {
    const stream = random.split("spread", 10 * spread);
    const logits = gaussianLogits(n, spread, stream.split("logits"));
    const k = attentionRow(logits).keysFor(mass);
    const searched = yield* searchHeavyKeys(logits, k, "subspace", stream);
    spreads.push(pointOf({ n, spread, mass, k }, searched));
  }
  const topRoot = [256, 1024, 4096, 16384].map((size) => {
    const logits = gaussianLogits(size, 1, random.split("top", size));
    return keepLargest(logits, Math.sqrt(size), random.split("top values", size));
  });
  const { large, bill } = yield* searchAmongMany(random.split("large"));
  return {
    values: { ...instance.values, spreads, topRoot, large },
    bill: [...instance.bill, bill],
    notes: [
      ...instance.notes,
      "With k = √n the absolute error falls as n grows and the relative error and the total variation rise: the exact output itself shrinks like 1/√n.",
      "That at most 1/ε entries exceed ε holds for every probability vector: at fixed ε a collapse says nothing about Gaussian input.",
    ],
  };
}

function pointOf(
  {
    n,
    spread,
    mass,
    k,
  }: { readonly n: number; readonly spread: number; readonly mass: number; readonly k: number },
  { free, promised }: SearchedKeys,
): SparsityPoint {
  const groverReads = free.quantumQueries + free.classicalQueries;
  const promisedReads = promised.quantumQueries + promised.classicalQueries;
  return {
    n,
    spread,
    closedForm: closedFormShare(spread, mass),
    keptFraction: k / n,
    nominalCalls: (Math.PI / 2) * Math.sqrt(n * k),
    groverReads,
    promisedReads,
    quantumCheaper: groverReads < n,
    promisedCheaper: promisedReads < n,
  };
}

/** Top k of a row of logits, on 16 columns of values N(0, 1). */
function keepLargest(logits: Float64Array, k: number, random: RandomStream): TopKPoint {
  const n = logits.length;
  const values = gaussianMatrix({ rows: n, columns: 16 }, random);
  const { absoluteError, relativeError, totalVariation } = topK({ weights: softmax(logits), values, k });
  return { n, k, absoluteError, relativeError, totalVariation };
}

function billOf(logits: Float64Array, { ledgers: [free, promised] }: SearchedKeys): MethodBill[] {
  const read = new Ledger();
  read.enter("all keys");
  const door = valueOracle(logits, { name: "keys", ledger: read, fidelity: "subspace", unit: "key" });
  const n = door.size;
  softmax(Float64Array.from({ length: n }, (_, i) => door.read(i)));
  return [
    // Exponentials, sums and the sort, which compares n lg n times.
    {
      method: "reading all keys",
      ledger: read.entries(),
      work: { flops: 4 * n + n * Math.ceil(Math.log2(n)), peakWords: 2 * n },
    },
    { method: "search, threshold unknown", ledger: free.entries(), work: null },
    { method: "search, threshold and number promised", ledger: promised.entries(), work: null },
  ];
}

function notesOf(
  values: GaussianAttentionValues,
  { mass, s }: { readonly mass: number; readonly s: number },
): string[] {
  const { n, k, keptFraction, groverReads, promisedReads, quantumCheaper, closedForm, byMass } = values;
  const isBelow = keptFraction < nominalBreakEven;
  return [
    `${k} of ${n} keys hold ${100 * mass} % of the softmax; closed form for many keys ${Math.round(closedForm * n)}.`,
    quantumCheaper && isBelow
      ? `Searching for them took ${groverReads} key queries, verification reads included, against ${n} reads: a speed-up of ${(n / groverReads).toPrecision(3)} in key queries on this row.`
      : `Searching for them took ${groverReads} key queries, verification reads included, against ${n} reads: reading everything is cheaper.`,
    `With threshold and number promised: ${promisedReads} key queries.`,
    `Told neither threshold nor number, only the mass: ${byMass.groverReads} key queries for ${byMass.found} keys that hold at least ${(100 * byMass.holds).toPrecision(3)} %.`,
    "Every count in superposition assumes coherent access to the stored keys (QRAM). The first two searches were told k.",
    ...(s > 0.8 * Math.sqrt(2 * Math.log(n))
      ? [
          `The spread ${s} is near √(2 ln n) = ${Math.sqrt(2 * Math.log(n)).toPrecision(3)}, where a few keys dominate and the closed form is too small.`,
        ]
      : []),
  ];
}
