import { numberText } from "../format/number-text.ts";
import type { SurfacePanels } from "../svg/surface-panels.ts";
import type { Table } from "./table.ts";

/** The numbers of `surfacePanels`: the range of each panel and how many grid points are marked on it. */
export function surfaceTable({ panels, unit }: SurfacePanels): Table {
  return {
    columns: [
      { heading: "panel" },
      { heading: `least (${unit})`, numeric: true },
      { heading: `greatest (${unit})`, numeric: true },
      { heading: "marked points", numeric: true },
      { heading: "note" },
    ],
    rows: panels.map(({ name, values, samples, note }) => {
      const all = Array.from(values);
      const range = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
      return {
        cells: [
          name,
          ...range.map((value) => numberText(value)),
          samples === undefined ? "" : numberText(samples.length),
          note ?? "",
        ],
      };
    }),
  };
}
