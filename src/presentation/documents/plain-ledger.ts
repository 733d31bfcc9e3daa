import type { LedgerEntry } from "../../oracles/ledger-entry.ts";

/** A bill as plain data with the fields of every line in one order, so that equal bills are equal byte for byte. */
export function plainLedger(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  return ledger.map(({ oracle, access, unit, use, stage, count, label, note }) => ({
    oracle,
    access,
    unit,
    use,
    stage,
    count,
    label,
    ...(note === undefined ? {} : { note }),
  }));
}
