import type { LedgerEntry } from "../../index.ts";

/**
 * The bill of the classical rival with the same guarantee: read each factor once and compute exact leverage scores.
 *
 * One hidden row that alone carries a direction forces any classical method with a guarantee to Ω(n) reads.
 */
export function rivalLedger(
  factors: readonly { readonly oracle: string; readonly rows: number }[],
): LedgerEntry[] {
  return factors.map(({ oracle, rows }) => ({
    oracle,
    access: "classical",
    unit: "row",
    use: "read",
    stage: "read once",
    count: rows,
    label: "exact",
    note: "exact product leverage scores, arXiv:2209.04876 Lemma 4.1",
  }));
}
