import { largestEntry } from "../../matrix/algebra/largest-entry.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import type { Task } from "../../task/task.ts";
import { defaultParameters } from "../default-parameters.ts";
import { polynomialFeatures, polynomialRank } from "../polynomial-features.ts";
import { seriesDegree } from "../series-degree.ts";
import type { MethodBill, System, SystemOptions, SystemOutcome } from "../system.ts";
import { compareStream } from "./compare-stream.ts";
import { type ExactOnSome, exactOnSome } from "./exact-on-some.ts";
import { type CompressibilityPoint, outputCompressibility } from "./output-compressibility.ts";
import { type PlantedRecovery, plantedRecovery } from "./planted-recovery.ts";
import type { StreamedAttention } from "./streaming-attention.ts";
import { type AttentionMatrices, uniformAttention } from "./uniform-attention.ts";

/** What one stream takes. */
export interface OnePassParameters {
  readonly n: number;
  readonly d: number;
  readonly degree: number;
  readonly entry: number;
  readonly m2: number | null;
}

/** The same method at another number of rows. */
export interface LengthPoint {
  readonly n: number;
  readonly peakWords: number;
  readonly cacheWords: number;
  readonly maxError: number;
}

/** The middle sketch at one size. */
export interface MiddleSketchPoint {
  readonly m2: number;
  readonly stateWords: number;
  readonly maxError: number;
  /** maxError over the largest |entry of Y|. */
  readonly errorOverLargest: number;
}

/** What one stream came to. */
export interface OnePassValues {
  /** The most words held beside rows in passing. It does not depend on n. */
  readonly peakWords: number;
  /** t(d + 1). */
  readonly stateWords: number;
  /** The largest |entry of Ỹ − Y| over the checked queries. */
  readonly maxError: number;
  readonly rank: number;
  /** 2nd, and whether the state has fewer words. */
  readonly cacheWords: number;
  readonly stateIsSmaller: boolean;
  /** Queries compared with exact attention: all of them up to 2^24 pairs of query and key. */
  readonly checkedQueries: number;
  /** The largest |entry of Y| among them. */
  readonly largestOutput: number;
  /** What norms of the rows promise for maxError; null where that overflows. */
  readonly errorBound: number | null;
  readonly keysRead: number;
  readonly queriesRead: number;
  /** Operations of streaming, and of exact attention for all n queries by its formula n²(4d + 4). */
  readonly flops: number;
  readonly exactFlops: number;
  /** With m2: the state through the middle sketch. */
  readonly middleSketch: MiddleSketchPoint | null;
  /** There is no quantum counterpart. */
  readonly quantumCounterpart: null;
  /** In the default study. */
  readonly degrees?: readonly { readonly degree: number; readonly rank: number; readonly maxError: number }[];
  readonly lengths?: readonly LengthPoint[];
  readonly middleSketches?: readonly MiddleSketchPoint[];
  readonly compressibility?: readonly CompressibilityPoint[];
  /** Planted sparse columns: the share of recoveries within (1 + ε) of the best, ε = 0.5. */
  readonly recovery?: PlantedRecovery;
}

const mostPairs = 2 ** 24;
/** The same in the default study, which compares many streams. */
const mostPairsOfStudy = 2 ** 21;

/** Attention in one pass and constant memory by polynomial features. */
export const onePassAttention: System<OnePassParameters, OnePassValues> = {
  name: "streaming-attention",
  title: "Attention in one pass, in memory that does not grow with n",
  source: "Addanki, Li, Song and Yang, arXiv:2311.14652",
  summary:
    "n queries, keys and values with uniform entries pass by once. Polynomial features keep t(d + 1) numbers, t = C(d + g, g), instead of a cache of 2nd. There is no quantum counterpart that means anything.",
  parameters: {
    n: { kind: "integer", default: 4096, least: 1, most: 2 ** 20, description: "queries, keys and values" },
    d: { kind: "integer", default: 3, least: 1, most: 64, description: "entries of a row" },
    degree: seriesDegree(6),
    entry: {
      kind: "number",
      default: 1,
      least: 0,
      most: 1e6,
      description: "B: entries are uniform in [-B, B], those of V in [-1, 1]",
    },
    m2: {
      kind: "integer",
      default: null,
      least: 1,
      most: 2 ** 16,
      description: "rows of the middle sketch, run beside the exact state; auto is none",
    },
  },
  run: (parameters, options) => runInstance(parameters, options),
  study: (options) => runStudy(options),
};

function* runInstance(
  parameters: OnePassParameters,
  { random }: SystemOptions,
): Task<SystemOutcome<OnePassValues>> {
  const { n, d, degree, m2 } = parameters;
  // Refuses an odd degree and too many features before anything is drawn.
  polynomialFeatures(d, degree);
  const matrices = uniformAttention(parameters, random.split("rows"));
  const exact = exactOnSome(matrices, mostPairs);
  const { streamed, maxError } = yield* compareStream({ matrices, exact, degree });
  const largestOutput = largestEntry(exact.attention.outputs.data);
  const middle =
    m2 === null
      ? null
      : yield* middleSketch({ matrices, exact, degree, m2, largestOutput, random: random.split("sketches") });
  const values: OnePassValues = {
    peakWords: streamed.work.peakWords,
    stateWords: streamed.stateWords,
    maxError,
    rank: streamed.rank,
    cacheWords: streamed.cacheWords,
    stateIsSmaller: streamed.stateWords < streamed.cacheWords,
    checkedQueries: exact.queries.length,
    largestOutput,
    errorBound: Number.isFinite(streamed.errorBound) ? streamed.errorBound : null,
    keysRead: streamed.keys,
    queriesRead: streamed.queries,
    flops: streamed.work.flops,
    exactFlops: n * n * (4 * d + 4),
    middleSketch: middle?.point ?? null,
    quantumCounterpart: null,
  };
  const bill: MethodBill[] = [
    {
      method: `cache of all keys and values, ${exact.queries.length} queries`,
      ledger: exact.attention.ledger,
      work: exact.attention.work,
    },
    { method: "one pass, exact state", ledger: streamed.ledger, work: streamed.work },
    ...(middle === null
      ? []
      : [
          {
            method: "one pass, middle sketch",
            ledger: middle.streamed.ledger,
            work: middle.streamed.work,
          },
        ]),
  ];
  return { values, bill, notes: notesOf(values, parameters) };
}

function* runStudy(options: SystemOptions): Task<SystemOutcome<OnePassValues>> {
  const { random } = options;
  const standard = defaultParameters<OnePassParameters>(onePassAttention.parameters);
  const outcome = yield* runInstance(standard, options);
  const { n, d } = standard;
  const matrices = uniformAttention({ n, d }, random.split("rows"));
  const exact = exactOnSome(matrices, mostPairsOfStudy);
  const degrees: { degree: number; rank: number; maxError: number }[] = [];
  for (const degree of [0, 2, 4, 6, 8, 10]) {
    const { streamed, maxError } = yield* compareStream({ matrices, exact, degree });
    degrees.push({ degree, rank: streamed.rank, maxError });
  }
  const lengths: LengthPoint[] = [];
  for (const length of [256, 1024, 4096, 16384, 65536]) {
    const longer = uniformAttention({ n: length, d }, random.split("length", length));
    const { streamed, maxError } = yield* compareStream({
      matrices: longer,
      exact: exactOnSome(longer, mostPairsOfStudy),
      degree: standard.degree,
    });
    const { work, cacheWords } = streamed;
    lengths.push({ n: length, peakWords: work.peakWords, cacheWords, maxError });
  }
  const middleSketches: MiddleSketchPoint[] = [];
  for (const m2 of [64, 256, 1024]) {
    const { point } = yield* middleSketch({
      matrices,
      exact,
      degree: standard.degree,
      m2,
      largestOutput: outcome.values.largestOutput,
      random: random.split("middle sketches", m2),
    });
    middleSketches.push(point);
  }
  const compressibility = outputCompressibility(matrices, random.split("spikes"));
  const recovery = plantedRecovery({ n, k: 8, epsilon: 0.5, trials: 20 }, random.split("recovery"));
  return {
    ...outcome,
    values: { ...outcome.values, degrees, lengths, middleSketches, compressibility, recovery },
    notes: [
      ...outcome.notes,
      `The middle sketch of the paper is needless and harmful: it holds ${middleSketches[0].stateWords} to ${middleSketches[2].stateWords} words against ${outcome.values.stateWords} of the exact state, and errs by ${middleSketches[0].errorOverLargest.toPrecision(2)} to ${middleSketches[2].errorOverLargest.toPrecision(2)} times the largest entry of the output.`,
      `Output columns cannot be compressed: the best ${compressibility[0].k} of ${n} entries leave ${(100 * compressibility[0].tail).toFixed(1)} % of the norm, and spikes planted in V do not help. The guarantee of sparse recovery holds and says almost nothing here; it says something for columns that are sparse, as the planted ones are.`,
    ],
  };
}

function* middleSketch(options: {
  readonly matrices: AttentionMatrices;
  readonly exact: ExactOnSome;
  readonly degree: number;
  readonly m2: number;
  readonly largestOutput: number;
  readonly random: RandomStream;
}): Task<{ readonly point: MiddleSketchPoint; readonly streamed: StreamedAttention }> {
  const { largestOutput, ...rest } = options;
  const { streamed, maxError } = yield* compareStream(rest);
  return {
    streamed,
    point: {
      m2: options.m2,
      stateWords: streamed.stateWords,
      maxError,
      errorOverLargest: maxError / largestOutput,
    },
  };
}

function notesOf(values: OnePassValues, { n, d, degree }: OnePassParameters): string[] {
  const {
    rank,
    stateWords,
    cacheWords,
    middleSketch: middle,
    checkedQueries,
    maxError,
    largestOutput,
  } = values;
  return [
    "No quantum counterpart: the classical state is already independent of n, and writes of a stream are not unitary. Its t(d + 1) numbers as amplitudes of a few qubits could not be read back (Holevo). Known quantum savings of space belong to special streaming problems, not to this one.",
    values.stateIsSmaller
      ? `The state has ${stateWords} words, the cache ${cacheWords}.`
      : `The state has ${stateWords} words and the cache ${cacheWords}: at this n the cache is smaller. The state pays off from n = ${Math.floor((polynomialRank(d, degree) * (d + 1)) / (2 * d)) + 1} on.`,
    ...(rank > n ? [`The rank ${rank} is above n = ${n}: features are longer than the list of keys.`] : []),
    ...(checkedQueries < n
      ? [
          `The error was measured on ${checkedQueries} of ${n} queries, evenly spaced; the bill of the cache is theirs.`,
        ]
      : []),
    ...(maxError > 0.1 * largestOutput
      ? [
          `The error ${maxError.toPrecision(2)} is of the size of the output: the largest logits are beyond degree ${degree}. A higher degree or smaller entries are needed.`,
        ]
      : []),
    ...(middle === null
      ? []
      : [
          `The middle sketch with m2 = ${middle.m2} holds ${middle.stateWords} words against ${stateWords}, and errs by ${middle.errorOverLargest.toPrecision(2)} times the largest entry of the output.`,
        ]),
  ];
}
