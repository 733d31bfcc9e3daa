import type { LedgerEntry } from "./ledger-entry.ts";

/**
 * Writes ledger entries as an aligned plain-text table, one line an entry in the given order.
 *
 * Columns: oracle, access, unit, use, stage, count, label, note (the last only where an entry has one). Counts are
 * grouped by thousands and right-aligned; an unavailable count reads `unavailable`, never 0.
 *
 * @example
 * ledgerTable([{ oracle: "A1", access: "classical", unit: "row", use: "read", stage: "base read", count: 1024, label: "measured" }])
 * // oracle  access     unit  use   stage      count  label
 * // ──────  ─────────  ────  ────  ─────────  ─────  ────────
 * // A1      classical  row   read  base read  1,024  measured
 */
export function ledgerTable(entries: Iterable<LedgerEntry>): string {
  const lines = Array.from(entries, (entry) => [
    entry.oracle,
    entry.access,
    entry.unit,
    entry.use,
    entry.stage,
    grouped(entry.count),
    entry.label,
    entry.note ?? "",
  ]);
  const header = ["oracle", "access", "unit", "use", "stage", "count", "label", "note"];
  const columns = lines.some((line) => line[7] !== "") ? 8 : 7;
  const widths = header.map((title, k) =>
    Math.max(title.length, ...lines.map((line) => [...line[k]].length)),
  );
  const rule = widths.map((width) => "─".repeat(width));
  return [header, rule, ...lines]
    .map((line) =>
      line
        .slice(0, columns)
        .map((cell, k) => (k === 5 ? cell.padStart(widths[k]) : cell.padEnd(widths[k])))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A count with its thousands grouped; fractions (of expected counts) are rounded to one digit. */
function grouped(count: number | null): string {
  if (count === null) return "unavailable";
  const [whole, fraction] = (Number.isInteger(count) ? String(count) : count.toFixed(1)).split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
