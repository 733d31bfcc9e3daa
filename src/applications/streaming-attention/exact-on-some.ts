import { cachedAttention } from "./cached-attention.ts";
import type { AttentionMatrices } from "./uniform-attention.ts";

/** Exact attention of some of the queries. */
export interface ExactOnSome {
  /** Which queries were computed. */
  readonly queries: readonly number[];
  readonly attention: ReturnType<typeof cachedAttention>;
}

/** Exact attention of evenly spaced queries, as many as the most pairs allow. */
export function exactOnSome({ Q, K, V }: AttentionMatrices, pairs: number): ExactOnSome {
  const count = Math.max(1, Math.min(Q.rows, Math.floor(pairs / K.rows)));
  const queries = Array.from({ length: count }, (_, i) => Math.floor((i * Q.rows) / count));
  const rows = queries.map((i) => Q.row(i));
  return { queries, attention: cachedAttention({ Q: rows, K, V }) };
}
