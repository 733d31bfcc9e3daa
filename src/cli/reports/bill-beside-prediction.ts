import type { LedgerEntry } from "../../index.ts";
import { numberText, type Table, type TableRow } from "../../presentation/index.ts";

/**
 * Shows what was counted beside what was predicted, by oracle and stage, and sums the row queries up per oracle.
 *
 * Counted and predicted numbers stand in columns of their own and are never added up with each other.
 */
export function billBesidePrediction(
  counted: readonly LedgerEntry[],
  predicted: readonly LedgerEntry[],
  caption: string,
): Table {
  const rows: TableRow[] = [];
  const keys = [...new Set([...counted, ...predicted].map(keyOf))];
  // The stages of an oracle stay together even where only one side has them; the list of found rows comes after the factors.
  const oracles = [...new Set([...predicted, ...counted].map(({ oracle }) => oracle))];
  for (const oracle of oracles) {
    for (const key of keys) {
      const own = counted.find((entry) => keyOf(entry) === key);
      const foreseen = predicted.find((entry) => keyOf(entry) === key);
      const entry = own ?? foreseen;
      if (entry?.oracle !== oracle) continue;
      rows.push({
        cells: [
          oracle,
          entry.stage,
          `${entry.access} ${entry.unit}`,
          entry.use,
          own === undefined ? "0" : numberText(own.count),
          foreseen === undefined
            ? ""
            : foreseen.count === null
              ? "unavailable"
              : numberText(Math.round(foreseen.count)),
        ],
      });
    }
  }
  for (const oracle of oracles) {
    const own = sum(counted, oracle);
    const foreseen = sum(predicted, oracle);
    if (own === null && foreseen === null) continue;
    rows.push({
      cells: [
        oracle,
        "total",
        "rows",
        "",
        numberText(own ?? 0),
        foreseen === null ? "" : Number.isNaN(foreseen) ? "unavailable" : numberText(Math.round(foreseen)),
      ],
      total: true,
    });
  }
  return {
    caption,
    columns: [
      { heading: "oracle" },
      { heading: "stage" },
      { heading: "asked for" },
      { heading: "use" },
      { heading: "counted", numeric: true },
      { heading: "predicted", numeric: true },
    ],
    rows,
  };
}

function keyOf({ oracle, stage, access, unit, use }: LedgerEntry): string {
  return [oracle, stage, access, unit, use].join("\u0000");
}

/** Row queries of one oracle: null when there are none, NaN when one of them is not known. */
function sum(entries: readonly LedgerEntry[], oracle: string): number | null {
  const rows = entries.filter((entry) => entry.oracle === oracle && entry.unit === "row");
  return rows.length === 0 ? null : rows.reduce((total, { count }) => total + (count ?? Number.NaN), 0);
}
