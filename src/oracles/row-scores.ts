import type { Ledger } from "./ledger.ts";

/** Leverage scores of the rows behind an oracle with their bill: what classical and quantum methods both return. */
export interface RowScores {
  /** The rank that the scores sum to, or null where the method does not determine it. */
  readonly rank: number | null;
  readonly ledger: Ledger;
  readonly warnings: readonly string[];
  /** The score of row i. */
  score(index: number): number;
}
