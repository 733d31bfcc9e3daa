import type { LedgerEntry } from "../../oracles/ledger-entry.ts";
import { numberText } from "../format/number-text.ts";
import type { Table, TableRow } from "./table.ts";

/**
 * Shows a bill: one row per ledger entry, then one total per oracle, access, unit and label.
 *
 * Counts of different labels or units are never added up. A total over a count that is not known is `unavailable`,
 * and `asymptotic` entries get no total because their constants are dropped.
 *
 * @example tableText(billTable(ledger.entries()))
 */
export function billTable(entries: readonly LedgerEntry[], caption?: string): Table {
  const rows: TableRow[] = entries.map((entry) => ({
    cells: [
      entry.oracle,
      entry.access,
      entry.unit,
      entry.use,
      entry.stage,
      numberText(entry.count),
      entry.label,
      entry.note ?? "",
    ],
  }));
  const totals = new Map<string, { first: LedgerEntry; count: number | null }>();
  for (const entry of entries) {
    if (entry.label === "asymptotic" || entry.label === "unavailable") continue;
    const key = [entry.oracle, entry.access, entry.unit, entry.label].join("\u0000");
    const before = totals.get(key);
    totals.set(key, {
      first: before?.first ?? entry,
      count: before === undefined ? entry.count : sum(before.count, entry.count),
    });
  }
  for (const { first, count } of totals.values()) {
    rows.push({
      cells: [first.oracle, first.access, first.unit, "", "total", numberText(count), first.label, ""],
      total: true,
    });
  }
  return {
    ...(caption === undefined ? {} : { caption }),
    columns: [
      { heading: "oracle" },
      { heading: "access" },
      { heading: "unit" },
      { heading: "use" },
      { heading: "stage" },
      { heading: "count", numeric: true },
      { heading: "label" },
      { heading: "note" },
    ],
    rows,
  };
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
