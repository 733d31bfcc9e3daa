import {
  completeAsync,
  countSketchLeverage,
  generalisedLeverage,
  type LedgerEntry,
  type LeverageReport,
  leverageEstimatorTask,
  onlineLeverage,
  type Progress,
  projectedLeverage,
  type RandomStream,
  type RealMatrix,
  ridgeLeverage,
  rowNormScores,
  rowOracle,
  rowSpace,
  uniformScores,
} from "../../index.ts";
import type { LeverageChoice } from "../options/leverage-choices.ts";
import type { SpectralParameters } from "./leverage-request.ts";

/** Leverage scores with their bill. */
export interface ScoredRows {
  readonly scores: readonly number[];
  /** null where the method does not determine it. */
  readonly rank: number | null;
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
 * Scores all rows, or some, by one of the other classical methods.
 *
 * Queries: n classical row reads, none for uniform shares.
 */
export function classicalScores(
  matrix: RealMatrix,
  method: Exclude<LeverageChoice, "exact" | "quantum">,
  run: {
    readonly lambda: number;
    readonly epsilon: number;
    readonly delta: number;
    readonly random: RandomStream;
    readonly rows: readonly number[] | undefined;
    /** B of generalised scores. */
    readonly reference: RealMatrix | undefined;
  },
): ScoredRows {
  const report = reportOf(matrix, method, run);
  const { rank, warnings } = report;
  const common = { rank, warnings, ledger: report.ledger.entries() };
  if (run.rows !== undefined)
    return { ...common, scores: run.rows.map((i) => report.score(i)), indices: run.rows };
  const scores = [...report.scores];
  return matrix.kind === "dense" ? { ...common, scores } : { ...common, scores, counts: [...report.counts] };
}

function reportOf(
  matrix: RealMatrix,
  method: Exclude<LeverageChoice, "exact" | "quantum">,
  run: {
    readonly lambda: number;
    readonly epsilon: number;
    readonly delta: number;
    readonly random: RandomStream;
    readonly reference: RealMatrix | undefined;
  },
): LeverageReport {
  switch (method) {
    case "generalised":
      return generalisedLeverage(matrix, run.reference ?? matrix);
    case "ridge":
      return ridgeLeverage(matrix, run);
    case "online":
      return onlineLeverage(matrix, run);
    case "johnson-lindenstrauss":
      return projectedLeverage(matrix, run);
    case "count-sketch":
      return countSketchLeverage(matrix, run);
    case "row-norm":
      return rowNormScores(matrix);
    case "uniform":
      return uniformScores(matrix);
  }
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
