import { requireSize } from "../../matrix/generators/require-size.ts";
import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { complete } from "../../task/complete.ts";
import type { Task } from "../../task/task.ts";
import { dot } from "../dot.ts";
import { type PolynomialFeatures, polynomialFeatures } from "../polynomial-features.ts";
import { type Work, WorkCount } from "../work-count.ts";
import type { AttentionSource } from "./attention-source.ts";
import { type AttentionState, exactState, sketchedState } from "./attention-state.ts";
import { columnSketch, type SparseColumn } from "./column-sketch.ts";
import { truncationBound } from "./truncation-bound.ts";

/** How attention is streamed. */
export interface StreamingAttentionOptions {
  readonly source: AttentionSource;
  /** g, even: exp is replaced by its series up to t^g/g!. */
  readonly degree: number;
  /** Receives each output row, which is overwritten by the next. Without it the rows are kept and returned. */
  readonly sink?: (output: Float64Array, index: number) => void;
  /** Rows of the sketch Φ of the output columns; with it each column is recovered as a k-sparse vector. */
  readonly m1?: number;
  /** Entries that are recovered of each column; goes with m1. */
  readonly k?: number;
  /** Rows of the middle sketch Ψ of the state. Harmful: see the errors it makes. Without it the state is exact. */
  readonly m2?: number;
  /** Needed for a sketch. */
  readonly random?: RandomStream;
}

/** What streaming gave, and what it took. */
export interface StreamedAttention {
  /** One row for each query; empty with a sink. Words of the outputs are not counted. */
  readonly outputs: readonly Float64Array[];
  /** The k-sparse columns of the output; null without m1. */
  readonly recovered: readonly SparseColumn[] | null;
  /** Rows of keys, and of queries, that passed. */
  readonly keys: number;
  readonly queries: number;
  /** t = C(d + g, g), the features of a row. */
  readonly rank: number;
  /** Words of the state between the passes: t(d + 1) exact. */
  readonly stateWords: number;
  /** Words of the cache 2nd that this state stands for. */
  readonly cacheWords: number;
  /** The largest |logit| that norms of queries and keys allow, max‖q‖ max‖k‖/√d. */
  readonly logitBound: number;
  /** A bound on every |entry of Ỹ − Y| with the exact state (see truncationBound); Infinity where it overflows. */
  readonly errorBound: number;
  readonly ledger: readonly LedgerEntry[];
  readonly work: Work;
}

/** Rows of Φ go to so many hash tables; their median is taken. */
const repetitions = 11;
/** Rows between two reports. */
const reportEvery = 1024;

/**
 * Computes attention in one pass over keys and values and one over queries, in memory that does not depend on their number.
 *
 * exp(⟨q, k⟩/√d) becomes ⟨φ_g(q/d^¼), φ_g(k/d^¼)⟩, so that Σ φ(k) and Σ φ(k) vᵀ are all that the first pass must keep:
 * output i is (uᵀS)/⟨u, s⟩ with u = φ(q_i).
 *
 * With m1 and k the columns of the output are sketched while the rows pass and recovered as k-sparse vectors: within (1 + ε) of
 * the best of them, which for output columns of generic data is close to no approximation at all. With m2 the state goes
 * through a random sketch Ψ as in the paper, which takes more words and gives an error of the size of the output.
 *
 * Queries: every row of K, V and Q once. Words: t(d + 1) for the state and t for a row of features, t = C(d + g, g).
 * Errors: RangeError for an odd degree, no rows, rows of unequal lengths, entries that are not finite, sizes of sketches that are
 * not whole numbers, and denominators that overflow or are not positive; LimitError beyond 2^24 features.
 *
 * @example streamingAttention({ source: matrixSource({ Q, K, V }), degree: 6 }).stateWords // 336 for d = 3
 *
 * Source: Addanki, Li, Song, Yang, arXiv:2311.14652; the exact state is the state of linear attention.
 */
export function streamingAttention(options: StreamingAttentionOptions): StreamedAttention {
  return complete(streamingAttentionTask(options));
}

/** streamingAttention as a task that reports every 1024 rows. */
export function* streamingAttentionTask(options: StreamingAttentionOptions): Task<StreamedAttention> {
  const { source, degree, sink, k } = options;
  requireSketch(options);
  const middle = drawFor(options, "m2", "middle sketch");
  const outer = drawFor(options, "m1", "output sketch");
  const ledger = new Ledger();
  const work = new WorkCount();
  const row = (oracle: string) => ({ oracle, access: "classical", unit: "row", use: "read" }) as const;
  const readPair = ledger.meter(row("K"), row("V"));
  const readQuery = ledger.meter(row("Q"));

  ledger.enter("keys and values");
  let map: PolynomialFeatures | undefined;
  let state: AttentionState | undefined;
  let features = new Float64Array(0);
  let [keys, longestKey, valueBound, width, scale] = [0, 0, 0, 0, 0];
  for (const [key, value] of source.keysAndValues) {
    if (map === undefined || state === undefined) {
      requireRow("key", key, keys, null);
      requireRow("value", value, keys, null);
      map = polynomialFeatures(key.length, degree);
      width = value.length;
      scale = key.length ** -0.25;
      state =
        middle === null
          ? exactState(map.rank, width)
          : sketchedState({ rank: map.rank, width, m2: middle.height, random: middle.random });
      work.hold(state.words + map.rank);
      features = new Float64Array(map.rank);
    }
    requireRow("key", key, keys, map.dimension);
    requireRow("value", value, keys, width);
    readPair(1);
    map.write(key, scale, features);
    state.add(features, value);
    longestKey = Math.max(longestKey, Math.sqrt(dot(key, key)));
    for (let c = 0; c < width; c++) valueBound = Math.max(valueBound, Math.abs(value[c]));
    work.spend(map.flops + state.addFlops);
    if (++keys % reportEvery === 0) yield { stage: "keys and values", ...progress(keys, source.rows) };
  }
  if (map === undefined || state === undefined) {
    throw new RangeError("streamingAttention: expected at least one key, got none; a softmax needs one.");
  }
  work.hold(state.closedWords);
  const closed = state.close();
  work.spend(closed.flops);

  ledger.enter("queries");
  const sketch =
    outer === null
      ? null
      : columnSketch({
          columns: width,
          buckets: Math.floor(outer.height / repetitions),
          repetitions,
          random: outer.random,
        });
  work.hold((sketch?.words ?? 0) + width);
  const outputs: Float64Array[] = [];
  const shared = new Float64Array(width);
  let [queries, longestQuery] = [0, 0];
  for (const query of source.queries) {
    requireRow("query", query, queries, map.dimension);
    readQuery(1);
    map.write(query, scale, features);
    const output = sink === undefined ? new Float64Array(width) : shared;
    closed.apply(features, output);
    for (let c = 0; c < width; c++) {
      if (Number.isFinite(output[c])) continue;
      throw new RangeError(
        `streamingAttention: expected finite outputs, got ${output[c]} for query ${queries}; the logits are too large for a polynomial of degree ${degree}: scale queries and keys down, or take cachedAttention.`,
      );
    }
    longestQuery = Math.max(longestQuery, Math.sqrt(dot(query, query)));
    sketch?.add(queries, output);
    if (sink === undefined) outputs.push(output);
    else sink(output, queries);
    work.spend(
      map.flops + map.rank * (2 + 2 * width) + width + (sketch === null ? 0 : 2 * repetitions * width),
    );
    if (++queries % reportEvery === 0) yield { stage: "queries", ...progress(queries, source.rows) };
  }
  let recovered: SparseColumn[] | null = null;
  if (sketch !== null && k !== undefined) {
    if (k > queries) {
      throw new RangeError(
        `streamingAttention: expected k from 1 to the ${queries} queries, got ${k}; a column has no more entries.`,
      );
    }
    work.hold(2 * k * width + 4 * k);
    recovered = [];
    for (let c = 0; c < width; c++) {
      yield { stage: "recovery", done: c, total: width };
      recovered.push(sketch.recover(queries, k, c));
    }
  }
  const logitBound = (longestQuery * longestKey) / Math.sqrt(map.dimension);
  return {
    outputs,
    recovered,
    keys,
    queries,
    rank: map.rank,
    stateWords: state.words,
    cacheWords: keys * (map.dimension + width),
    logitBound,
    errorBound: truncationBound({ degree, logitBound, valueBound }),
    ledger: ledger.entries(),
    work: work.counted(),
  };
}

function progress(done: number, rows: number | undefined) {
  return { done, total: Math.max(done, rows ?? done) };
}

function requireSketch({ m1, m2, k }: StreamingAttentionOptions): void {
  if (m1 !== undefined) requireSize("streamingAttention", "m1", m1, repetitions, 2 ** 24);
  if (m2 !== undefined) requireSize("streamingAttention", "m2", m2, 1, 2 ** 24);
  if (k !== undefined) requireSize("streamingAttention", "k", k);
  if ((m1 === undefined) === (k === undefined)) return;
  throw new RangeError(
    `streamingAttention: expected m1 and k together, got m1 ${m1} and k ${k}; m1 rows of a sketch recover k entries of each column.`,
  );
}

/** The rows of a sketch and the stream that draws it; null without the sketch. */
function drawFor(
  { random, ...options }: StreamingAttentionOptions,
  size: "m1" | "m2",
  purpose: string,
): { height: number; random: RandomStream } | null {
  const height = options[size];
  if (height === undefined) return null;
  if (random === undefined) {
    throw new TypeError(
      `streamingAttention: expected random with ${size}, got none; pass seededRandom(seed).`,
    );
  }
  return { height, random: random.split(purpose) };
}

function requireRow(what: string, row: ArrayLike<number>, index: number, length: number | null): void {
  if (row.length !== (length ?? row.length) || row.length === 0) {
    throw new RangeError(
      `streamingAttention: expected ${length ?? "at least one"} entries in ${what} ${index}, got ${row.length}; all rows have the length of the first.`,
    );
  }
  for (let c = 0; c < row.length; c++) {
    if (Number.isFinite(row[c])) continue;
    throw new RangeError(
      `streamingAttention: expected finite entries in ${what} ${index}, got ${row[c]}; remove or replace the row.`,
    );
  }
}
