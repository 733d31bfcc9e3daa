import { gaussianMatrix } from "../../matrix/generators/gaussian-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { dot } from "../dot.ts";
import { type AttentionRow, attentionRow } from "./attention-row.ts";
import { closedFormShare, shareAboveMean } from "./sparsity-law.ts";

/** One query against Gaussian keys. */
export interface AttentionSparsityOptions {
  /** Keys. */
  readonly n: number;
  /** Entries of a key. */
  readonly d: number;
  /** Standard deviation of all entries of query and keys (default 1). */
  readonly sigma?: number;
  readonly random: RandomStream;
}

/** How sparse one row of attention is, beside what the closed form says. */
export interface AttentionSparsity extends AttentionRow {
  /** s = σ‖q‖/√d: given the query the logits are N(0, s²). */
  readonly spread: number;
  /** Keys that hold 90 % and 99 % of the weight. */
  readonly k90: number;
  readonly k99: number;
  /** The closed form for their shares of n. */
  readonly closedForm90: number;
  readonly closedForm99: number;
  /** The closed form for the share of weights above 1/n. */
  readonly closedFormAboveMean: number;
}

/**
 * Draws a query and n keys with Gaussian entries and measures how few keys hold the softmax of ⟨q, k_i⟩/√d.
 *
 * Queries: n keys, read once. Flops: n(2d + 4) and the sort.
 * Errors: RangeError for sizes that are not whole numbers ≥ 1, a σ that is negative or not finite, or beyond 2^27 entries.
 *
 * @example attentionSparsity({ n: 4096, d: 64, random: seededRandom(7) }).k90
 *
 * Source: Deng, Song, Xiong, Yang, arXiv:2404.02690; the closed forms are derived.
 */
export function attentionSparsity(options: AttentionSparsityOptions): AttentionSparsity {
  const { n, d, sigma = 1, random } = options;
  if (!(sigma >= 0 && Number.isFinite(sigma))) {
    throw new RangeError(`attentionSparsity: expected a finite σ ≥ 0, got ${sigma}; 1 is usual.`);
  }
  const keys = gaussianMatrix({ rows: n, columns: d }, random.split("keys"));
  const query = gaussianMatrix({ rows: 1, columns: d }, random.split("query")).row(0);
  const scale = (sigma * sigma) / Math.sqrt(d);
  const logits = Float64Array.from({ length: n }, (_, i) => scale * dot(keys.row(i), query));
  const spread = scale * Math.sqrt(dot(query, query));
  const row = attentionRow(logits);
  return {
    ...row,
    spread,
    k90: row.keysFor(0.9),
    k99: row.keysFor(0.99),
    closedForm90: closedFormShare(spread, 0.9),
    closedForm99: closedFormShare(spread, 0.99),
    closedFormAboveMean: shareAboveMean(spread),
  };
}
