import { numberText } from "../format/number-text.ts";
import type { SpectrumBars } from "../svg/spectrum-bars.ts";
import type { Table } from "./table.ts";

/** The numbers of `spectrumBars`: one row per eigenvalue. */
export function spectrumTable({ before, after, names = ["original", "sketch"] }: SpectrumBars): Table {
  const digits = (value: number) => numberText(value, { style: "significant", digits: 4 });
  return {
    columns: [
      { heading: "number", numeric: true },
      { heading: names[0], numeric: true },
      { heading: names[1], numeric: true },
    ],
    rows: before.map((value, k) => ({ cells: [String(k + 1), digits(value), digits(after[k])] })),
  };
}
