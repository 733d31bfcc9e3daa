import { asMatrix, type MatrixInput } from "../../matrix/as-matrix.ts";
import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { requireBeta, softmaxWeights } from "../softmax-weights.ts";
import { type Work, WorkCount } from "../work-count.ts";
import { type PatternOracle, patternOracle, similarity } from "./pattern-oracle.ts";

/** Memories, queries and temperature of a retrieval. */
export interface HopfieldOptions {
  /** The patterns ξ_μ, one a row: M × d (the transpose of Ξ). */
  readonly patterns: MatrixInput;
  /** The queries, one a row: L × d (the transpose of X). */
  readonly queries: MatrixInput;
  /** β ≥ 0; Infinity retrieves the mean of the most similar patterns. */
  readonly beta: number;
}

/** What retrieval gave, and what it took. */
export interface HopfieldResult {
  /** The retrieved vectors, one a row: L × d. */
  readonly output: DenseMatrix;
  /** The energy of each query before the first and after every step. */
  readonly energies: readonly (readonly number[])[];
  readonly ledger: readonly LedgerEntry[];
  readonly work: Work;
  /** The operations without the last energy, which retrieval does not need. */
  readonly retrievalFlops: number;
}

/**
 * Retrieves from a modern Hopfield memory exactly: x ← Σ_μ softmax(β⟨ξ_μ, x⟩)_μ ξ_μ, `steps` times for every query.
 *
 * Queries: M patterns for each query and step, and M more for the last energy. Flops: M(4d + 4) each. No M × L matrix is
 * formed.
 * Errors: RangeError for shapes that do not fit, β < 0, steps that are not a whole number ≥ 1, or similarities that overflow.
 *
 * @example hopfield({ patterns: [[1, 0], [0, 1]], queries: [[0.9, 0]], beta: 50 }).output.row(0) // [1, 0] nearly
 *
 * Source: Ramsauer et al., arXiv:2008.02217; Hu, Lin, Song, Liu, arXiv:2402.04520.
 */
export function hopfield(options: HopfieldOptions & { readonly steps?: number }): HopfieldResult {
  const { beta, steps = 1 } = options;
  const { oracle, queries } = openMemory("hopfield", options);
  if (!Number.isSafeInteger(steps) || steps < 1) {
    throw new RangeError(
      `hopfield: expected steps to be a whole number ≥ 1, got ${steps}; one step usually retrieves.`,
    );
  }
  const { size, dimension, ledger } = oracle;
  const work = new WorkCount();
  let retrievalFlops = 0;
  work.hold(size + dimension);
  const output = new DenseMatrix(queries.rows, dimension, Float64Array.from(queries.data));
  const energies = Array.from({ length: queries.rows }, (_, l) => {
    const state = output.row(l);
    const path: number[] = [];
    for (let step = 0; step <= steps; step++) {
      ledger.enter(step < steps ? "retrieval" : "last energy");
      const { energy, next } = oneStep(oracle, state, beta);
      work.spend(size * (2 * dimension + 4));
      path.push(energy);
      if (step === steps) break;
      work.spend(size * 2 * dimension);
      retrievalFlops += size * (4 * dimension + 4);
      state.set(next);
    }
    return path;
  });
  return { output, energies, ledger: ledger.entries(), work: work.counted(), retrievalFlops };
}

/** Checks that memories and queries fit together and opens the memory. */
export function openMemory(
  subject: string,
  { patterns, queries, beta }: HopfieldOptions,
): { oracle: PatternOracle; queries: DenseMatrix } {
  requireBeta(subject, beta);
  const oracle = patternOracle(patterns);
  const rows = asMatrix(queries, "queries");
  if (rows.kind !== "dense" || rows.columns !== oracle.dimension) {
    throw new RangeError(
      `${subject}: expected queries of ${oracle.dimension} entries as the patterns have, got ${rows.columns} (${rows.kind}); patterns and queries are rows of one length.`,
    );
  }
  return { oracle, queries: rows };
}

/**
 * One pass over the patterns: the energy of a state and where it goes.
 *
 * E(x) = −(1/β) ln (1/M) Σ exp β⟨ξ_μ, x⟩ + ½‖x‖² + ½ max‖ξ‖²: with the constant (1/β) ln M, so that both ends of β are
 * finite: minus the mean similarity at β = 0, minus the largest at β = ∞.
 */
function oneStep(
  oracle: PatternOracle,
  state: Float64Array,
  beta: number,
): { energy: number; next: Float64Array } {
  const rows: Float64Array[] = [];
  const counts: number[] = [];
  oracle.forEach((pattern, count) => {
    rows.push(pattern);
    counts.push(count);
  });
  const scores = rows.map((row) => similarity(row, state));
  const weights = softmaxWeights(scores, beta);
  const largest = scores.reduce((most, score) => Math.max(most, score));
  const next = new Float64Array(oracle.dimension);
  let total = 0;
  let mean = 0;
  let longest = 0;
  rows.forEach((row, k) => {
    const weight = counts[k] * weights[k];
    total += weight;
    mean += (counts[k] * scores[k]) / oracle.size;
    longest = Math.max(longest, similarity(row, row));
    for (let i = 0; i < next.length; i++) next[i] += weight * row[i];
  });
  for (let i = 0; i < next.length; i++) next[i] /= total;
  const free =
    beta === 0
      ? mean
      : largest + (beta === Number.POSITIVE_INFINITY ? 0 : Math.log(total / oracle.size) / beta);
  return { energy: -free + similarity(state, state) / 2 + longest / 2, next };
}
