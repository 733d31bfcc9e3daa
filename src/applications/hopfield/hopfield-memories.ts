import { median } from "simple-statistics";
import { largestEntryDifference } from "../../matrix/algebra/largest-entry.ts";
import type { DenseMatrix } from "../../matrix/dense-matrix.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { maximumStepBudget } from "../../primitives/find-maximum.ts";
import type { Task } from "../../task/task.ts";
import { polynomialRank } from "../polynomial-features.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { classMemory } from "./class-memory.ts";
import { hopfield } from "./hopfield.ts";
import { hopfieldLowRank } from "./hopfield-low-rank.ts";
import { patternOracle } from "./pattern-oracle.ts";
import { randomMemory } from "./random-memory.ts";
import { retrievalBound } from "./retrieval-bound.ts";
import { retrieveByRejection, retrieveMaximum, retrieveSample } from "./retrieve.ts";
import { type TemperaturePoint, temperatureCurve } from "./temperature-curve.ts";

/** What one memory takes. */
export interface HopfieldParameters {
  readonly M: number;
  readonly d: number;
  readonly beta: number;
  readonly L: number;
}

/** What one memory came to. */
export interface HopfieldValues {
  /** (1/M) Σ_μ exp(β(s_μ − max s)) of the first query. */
  readonly acceptance: number;
  /** Rounds of amplification of one attempt at this β, for the first query. */
  readonly rounds: number;
  /** The highest number of rounds, at zero temperature: about (π/4)√M. */
  readonly roundsAtZeroTemperature: number;
  /** Queries whose retrieved vector is further from its pattern than the guarantee allows; 0. */
  readonly boundViolations: number;
  /** The median of error over guarantee. */
  readonly boundUse: number;
  /** The share of queries retrieved within 0.1 of their pattern, in the 2-norm. */
  readonly retrievedShare: number;
  /** The largest rise of the energy in a step; never positive beyond rounding. */
  readonly energyRise: number;
  /** The largest error of low-rank retrieval, by the degree of the polynomial. */
  readonly lowRankError: Readonly<Record<string, number>>;
  readonly ranks: Readonly<Record<string, number>>;
  /** Whether low rank took fewer operations than the exact method, by counting them. */
  readonly lowRankCheaper: Readonly<Record<string, boolean>>;
  readonly sampleIndex: number;
  /** Patterns that amplification asked for, in superposition, and rejection read, for one sample; exact sampling reads M. */
  readonly amplificationKeys: number;
  readonly rejectionReads: number;
  /** The most similar pattern by maximum finding, whether that is right, the keys asked for, and the cut-off in steps. */
  readonly maximumIndex: number;
  readonly maximumIsRight: boolean;
  readonly maximumKeys: number;
  readonly maximumCutOff: number;
  readonly curve: readonly TemperaturePoint[];
  /** In the default study: the largest low-rank error by degree, for growing entries B. */
  readonly cliff?: readonly { readonly B: number; readonly errors: Readonly<Record<string, number>> }[];
  /** In the default study: the same curve at the subspace level. */
  readonly large?: {
    readonly M: number;
    readonly curve: readonly TemperaturePoint[];
    readonly maximumKeys: number;
  };
}

const degrees = [0, 2, 4, 6, 8, 10];
/** Features that a degree may have, and operations; beyond it the degree is left out. */
const mostFeatures = 2 ** 13;
const mostOperations = 2 ** 29;

/** Retrieval from a modern Hopfield memory: exact, by low rank, by maximum finding and by amplitude amplification. */
export const hopfieldMemories: System<HopfieldParameters, HopfieldValues> = {
  name: "hopfield",
  title: "Modern Hopfield memories at every temperature",
  source: "Hu, Lin, Song and Liu, arXiv:2402.04520",
  summary:
    "M patterns with entries uniform in [-1, 1], L queries that are patterns with noise 0.05. One step of retrieval exactly and by low rank; one sample by amplitude amplification; the most similar pattern by maximum finding.",
  parameters: {
    M: { kind: "integer", default: 1024, least: 2, most: 2 ** 20, description: "stored patterns" },
    d: { kind: "integer", default: 4, least: 1, most: 256, description: "entries of a pattern" },
    beta: { kind: "number", default: 1, least: 0, most: 1e300, description: "inverse temperature" },
    L: { kind: "integer", default: 32, least: 1, most: 4096, description: "queries" },
  },
  run: (parameters, options) => runInstance(parameters, options),
  study: (options) => runStudy(options),
};

function* runInstance(
  { M, d, beta, L }: HopfieldParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<HopfieldValues>> {
  const { patterns, queries } = randomMemory({ M, d, L }, random.split("memory"));
  yield { stage: "exact retrieval", done: 0, total: 4 };
  const exact = hopfield({ patterns, queries, beta });
  const bounds = Array.from({ length: L }, (_, l) =>
    retrievalBound({ patterns, query: queries.row(l), retrieved: exact.output.row(l), beta }),
  );
  yield { stage: "low rank", done: 1, total: 4 };
  const low = degrees
    .filter((degree) => polynomialRank(d, degree) <= mostFeatures)
    .filter((degree) => (M + L) * polynomialRank(d, degree) * 2 * (d + 2) <= mostOperations)
    .flatMap((degree) => lowRankAt(degree, patterns, queries, beta, exact.output));
  const cheaper = low.filter(({ result }) => result.work.flops < exact.retrievalFlops);
  yield { stage: "sampling", done: 2, total: 4 };
  const query = queries.row(0);
  const [amplified, rejected, maximal] = [new Ledger(), new Ledger(), new Ledger()];
  for (const ledger of [amplified, rejected]) ledger.enter("one sample");
  maximal.enter("most similar pattern");
  const sample = retrieveSample(patternOracle(patterns, { ledger: amplified }), {
    query,
    beta,
    random: random.split("amplification"),
  });
  const largest = patternOracle(patterns).promisedLargest(query);
  const rejection = retrieveByRejection(patternOracle(patterns, { ledger: rejected }), {
    query,
    beta,
    bound: largest,
    random: random.split("rejection"),
  });
  yield { stage: "maximum finding", done: 3, total: 4 };
  const maximum = retrieveMaximum(patternOracle(patterns, { ledger: maximal }), {
    query,
    random: random.split("maximum"),
  });
  const curve = temperatureCurve(patternOracle(patterns), query);
  const values: HopfieldValues = {
    acceptance: sample.acceptance ?? 0,
    rounds: sample.rounds,
    roundsAtZeroTemperature: curve[curve.length - 1].rounds,
    boundViolations: bounds.filter(({ error, bound }) => error > bound * (1 + 1e-12) + 1e-12).length,
    boundUse: median(bounds.map(({ error, bound }) => (bound > 0 ? error / bound : 0))),
    retrievedShare: bounds.filter(({ error }) => error <= 0.1).length / L,
    energyRise: Math.max(...exact.energies.map(([before, after]) => after - before)),
    lowRankError: byDegree(low, ({ error }) => error),
    ranks: byDegree(low, ({ result }) => result.rank),
    lowRankCheaper: byDegree(low, ({ result }) => result.work.flops < exact.retrievalFlops),
    sampleIndex: sample.index,
    amplificationKeys: quantumKeys(amplified),
    rejectionReads: rejection.reads,
    maximumIndex: maximum.position,
    maximumIsRight: maximum.value === largest,
    maximumKeys: quantumKeys(maximal),
    maximumCutOff: maximumStepBudget(M),
    curve,
  };
  const bill: MethodBill[] = [
    { method: "exact retrieval", ledger: exact.ledger, work: exact.work },
    ...low.map(({ degree, result }) => ({
      method: `low rank, degree ${degree}`,
      ledger: result.ledger,
      work: result.work,
    })),
    { method: "one sample by amplification", ledger: amplified.entries(), work: null },
    { method: "one sample by rejection", ledger: rejected.entries(), work: null },
    { method: "most similar pattern by maximum finding", ledger: maximal.entries(), work: null },
  ];
  return { values, bill, notes: notesOf(values, { M, L }, low, cheaper.length > 0) };
}

/** The default study: a standard memory, the cliff of low rank, and the curve at 2^16 and 2^30 patterns. */
function* runStudy(options: SystemOptions): Task<SystemOutcome<HopfieldValues>> {
  const { random } = options;
  const instance = yield* runInstance({ M: 65536, d: 4, beta: 1, L: 16 }, options);
  const cliff: { B: number; errors: Record<string, number> }[] = [];
  for (const B of [0.5, 1, 1.5, 2, 3]) {
    yield { stage: `entries up to ${B}`, done: cliff.length, total: 5 };
    const { patterns, queries } = randomMemory({ M: 512, d: 4, L: 16, entry: B }, random.split("cliff"));
    const { output } = hopfield({ patterns, queries, beta: 1 });
    const low = degrees.flatMap((degree) => lowRankAt(degree, patterns, queries, 1, output));
    cliff.push({ B, errors: byDegree(low, ({ error }) => error) });
  }
  yield { stage: "2^30 patterns", done: 5, total: 5 };
  const oracle = patternOracle(classMemory(2 ** 30));
  const query = Float64Array.of(1, 0);
  const curve = temperatureCurve(oracle, query);
  retrieveMaximum(oracle, { query, random: random.split("large") });
  return {
    values: {
      ...instance.values,
      cliff,
      large: { M: oracle.size, curve, maximumKeys: quantumKeys(oracle.ledger) },
    },
    bill: [
      ...instance.bill,
      { method: "maximum finding among 2^30 patterns", ledger: oracle.ledger.entries(), work: null },
    ],
    notes: [
      ...instance.notes,
      "Low rank falls off a cliff as the entries grow: the exponents go up to βdB², and a fixed degree covers only small ones.",
    ],
  };
}

interface LowRankRun {
  readonly degree: number;
  readonly error: number;
  readonly result: ReturnType<typeof hopfieldLowRank>;
}

/** A run at one degree; none where the features overflow. */
function lowRankAt(
  degree: number,
  patterns: DenseMatrix,
  queries: DenseMatrix,
  beta: number,
  exact: DenseMatrix,
): LowRankRun[] {
  // (βdB²)^g beyond the range of numbers has no finite denominator.
  if (degree * Math.log10(Math.max(1, beta)) > 250) return [];
  const result = hopfieldLowRank({ patterns, queries, beta, degree });
  return [{ degree, error: largestEntryDifference(exact.data, result.output.data), result }];
}

function byDegree<Value>(runs: readonly LowRankRun[], of: (run: LowRankRun) => Value): Record<string, Value> {
  return Object.fromEntries(runs.map((run) => [String(run.degree), of(run)]));
}

function quantumKeys(ledger: Ledger): number {
  return ledger.total({ access: "quantum", unit: "key" });
}

function notesOf(
  values: HopfieldValues,
  { M, L }: Pick<HopfieldParameters, "M" | "L">,
  low: readonly LowRankRun[],
  isLowRankCheaper: boolean,
): string[] {
  const { amplificationKeys, rejectionReads, maximumKeys, maximumCutOff } = values;
  const large = low.filter(({ result }) => result.rankExceedsPatterns).map(({ degree }) => degree);
  return [
    "Every quantum count assumes coherent access to the stored patterns (QRAM), and the largest similarity and the acceptance as promises. Finding the largest first costs a maximum finding and hides what a small β saves.",
    `One sample: ${amplificationKeys} patterns asked for in superposition, ${rejectionReads} read by rejection with the same promise, ${M} by exact sampling.`,
    maximumKeys < M
      ? `The most similar pattern: ${maximumKeys} patterns in superposition against ${M} read, a speed-up of ${(M / maximumKeys).toPrecision(3)} in pattern queries on this memory.`
      : `The most similar pattern: ${maximumKeys} patterns in superposition against ${M} read; reading everything is cheaper here (cut-off ${Math.round(maximumCutOff)} steps a round).`,
    isLowRankCheaper
      ? `Low rank takes fewer operations up to a rank between ML/(M + L) = ${Math.round((M * L) / (M + L))} and twice that, without the last energy.`
      : "Low rank takes more operations than exact retrieval at every degree tried.",
    ...(large.length === 0
      ? []
      : [
          `At degree ${large.join(", ")} the rank is larger than the number of patterns: nothing is gained there.`,
        ]),
    "Samples are returned, not the retrieved vector: a vector needs mean estimation, of the order √d/ε more.",
  ];
}
