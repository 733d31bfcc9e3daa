import { numberText } from "../format/number-text.ts";
import type { ErrorBudget } from "../svg/error-budget.ts";
import type { Table } from "./table.ts";

/** The numbers of `errorBudget`: one row per certificate, with whether it keeps what was asked for. */
export function certificateTable({ groups }: ErrorBudget): Table {
  return {
    columns: [
      { heading: "matrix" },
      { heading: "run", numeric: true },
      { heading: "least", numeric: true },
      { heading: "greatest", numeric: true },
      { heading: "asked" },
      { heading: "holds" },
    ],
    rows: groups.flatMap(({ name, epsilon, intervals }) =>
      intervals.map(({ lower, upper }, k) => ({
        cells: [
          name,
          String(k + 1),
          lower.toFixed(4),
          upper.toFixed(4),
          `1 ± ${numberText(epsilon)}`,
          lower >= 1 - epsilon && upper <= 1 + epsilon ? "yes" : "no",
        ],
      })),
    ),
  };
}
