import { Ledger } from "../../oracles/ledger.ts";
import type { LedgerEntry } from "../../oracles/ledger-entry.ts";

/**
 * A bill with fewer lines: levels of one kind are one stage (`halving level 3` → `halving`), or all stages are one.
 *
 * Entries that differ in oracle, access, unit, use or label stay apart; notes are left out.
 */
export function mergeEntries(
  entries: readonly LedgerEntry[],
  keep: "stages" | "oracles",
): readonly LedgerEntry[] {
  const merged = new Ledger();
  for (const { note: _, ...entry } of entries) {
    merged.add({ ...entry, stage: keep === "oracles" ? "all" : entry.stage.replace(/ level \d+/, "") });
  }
  return merged.entries();
}
