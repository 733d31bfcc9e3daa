import type { WeightedRows } from "../../matrix/weighted-rows.ts";
import type { Ledger } from "../../oracles/ledger.ts";
import type { RowScores } from "../../oracles/row-scores.ts";
import { entryOfRow } from "../row-source.ts";

/** How scores were found. */
export type LeverageMethod =
  | "exact"
  | "ridge"
  | "generalised"
  | "johnson-lindenstrauss"
  | "count-sketch"
  | "online"
  | "row-norm"
  | "uniform";

/** Classical leverage scores of all rows, with their bill; the same reading as those of the quantum estimator. */
export interface LeverageReport extends RowScores {
  readonly method: LeverageMethod;
  /** One score per row; one per block of identical rows where the matrix is given in classes. */
  readonly scores: Float64Array;
  /** How many rows each score stands for. */
  readonly counts: Float64Array;
  /** Σ counts · scores: the rank for exact scores, the effective dimension with a ridge. */
  readonly sum: number;
  /**
   * What is guaranteed with probability ≥ 1 − δ: lower · τ_i ≤ score ≤ upper · τ_i for all rows at once. Both are 1 for exact
   * scores; null where there is no such guarantee, or another quantity than τ is meant.
   */
  readonly factor: { readonly lower: number; readonly upper: number } | null;
}

/** Scores each of the listed rows and puts the report together. */
export function leverageReport(
  rows: WeightedRows,
  score: (entry: number) => number,
  report: Pick<LeverageReport, "method" | "rank" | "factor"> & {
    readonly ledger: Ledger;
    readonly warnings?: readonly string[];
  },
): LeverageReport {
  const { counts } = rows;
  const scores = new Float64Array(counts.length);
  let sum = 0;
  for (let e = 0; e < scores.length; e++) {
    scores[e] = score(e);
    sum += counts[e] * scores[e];
  }
  return {
    warnings: [],
    ...report,
    scores,
    counts,
    sum,
    score: (index) => scores[entryOfRow(rows, index)],
  };
}
