import type { LedgerEntry } from "../../index.ts";
import type { Totals } from "./ledger-schema.ts";

/**
 * Sums the measured row queries per access and oracle.
 *
 * An oracle that was never asked in one way has 0 there: everything that is asked is counted, so that is known.
 */
export function rowTotals(ledger: readonly LedgerEntry[], oracles: readonly string[]): Totals {
  const totals: Totals = { quantum: {}, classical: {} };
  for (const oracle of oracles) {
    totals.quantum[oracle] = 0;
    totals.classical[oracle] = 0;
  }
  for (const { oracle, access, unit, count, label } of ledger) {
    if (label === "measured" && unit === "row" && count !== null && oracle in totals[access]) {
      totals[access][oracle] += count;
    }
  }
  return totals;
}

/** All row queries of some totals together. */
export function sumOfTotals({ quantum, classical }: Totals): number {
  return [...Object.values(quantum), ...Object.values(classical)].reduce((sum, count) => sum + count, 0);
}
