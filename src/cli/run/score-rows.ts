import {
  completeAsync,
  type LedgerEntry,
  leverageEstimatorTask,
  type Progress,
  type RandomStream,
  type RealMatrix,
  rowOracle,
  rowSpace,
} from "../../index.ts";
import type { SpectralParameters } from "./leverage-request.ts";

/** Leverage scores with their bill. */
export interface ScoredRows {
  readonly scores: readonly number[];
  readonly rank: number;
  /** The rows that the scores belong to; absent when they are all rows in order, or one score per class. */
  readonly indices?: readonly number[];
  /** The number of identical rows behind each score, for a matrix in classes. */
  readonly counts?: readonly number[];
  readonly ledger: readonly LedgerEntry[];
  readonly warnings: readonly string[];
}

/** The name of the oracle on the bill. */
const ORACLE = "A";

/**
 * Computes the leverage scores of all rows, or of some, from a complete reading.
 *
 * Queries: n classical row reads. A matrix in classes has one score per class, unless rows are named.
 */
export function exactScores(matrix: RealMatrix, rows: readonly number[] | undefined): ScoredRows {
  const oracle = rowOracle(matrix, { name: ORACLE });
  oracle.ledger.enter("read once");
  const all = oracle.readAll();
  const space = rowSpace(all);
  const scoreAt = (entry: number) => Math.min(1, space.scoreAt(all.values, entry * all.columns));
  const report = { rank: space.rank, ledger: oracle.ledger.entries(), warnings: [] };
  if (rows !== undefined) {
    const entryOf = (i: number) => (matrix.kind === "dense" ? i : matrix.classOf(i));
    return { ...report, scores: rows.map((i) => scoreAt(entryOf(i))), indices: rows };
  }
  const scores = Array.from(all.weights, (_, entry) => scoreAt(entry));
  return matrix.kind === "dense" ? { ...report, scores } : { ...report, scores, counts: [...all.counts] };
}

/**
 * Estimates the leverage scores of all rows, or of some, from a spectral approximation.
 *
 * Queries: those of the approximation, then one classical row query per score.
 */
export async function quantumScores(
  matrix: RealMatrix,
  run: {
    readonly parameters: SpectralParameters;
    readonly random: RandomStream;
    readonly rows: readonly number[] | undefined;
    readonly signal: AbortSignal;
    readonly onProgress: (progress: Progress) => void;
  },
): Promise<ScoredRows> {
  const { bits, ...rest } = run.parameters;
  const options = { ...rest, random: run.random, ...(bits === null ? {} : { bits }) };
  const { signal, onProgress } = run;
  const task = leverageEstimatorTask(rowOracle(matrix, { name: ORACLE }), options);
  const estimator = await completeAsync(task, { signal, onProgress });
  const rows = run.rows ?? Array.from({ length: matrix.rows }, (_, i) => i);
  const scores = rows.map((i) => estimator.score(i));
  const everything =
    run.rows === undefined
      ? [
          `all ${matrix.rows} scores cost ${matrix.rows} row queries on top of the search: reading everything (--method exact) costs no more than that alone.`,
        ]
      : [];
  return {
    scores,
    rank: estimator.rank,
    ...(run.rows === undefined ? {} : { indices: run.rows }),
    ledger: estimator.sketch.ledger.entries(),
    warnings: [...estimator.sketch.warnings, ...everything],
  };
}
