import { numberText } from "../format/number-text.ts";
import type { QueriesAgainstSize } from "../svg/queries-against-size.ts";
import type { Table } from "./table.ts";

/** The numbers of `queriesAgainstSize`: one row per size, one column per series, `–` where a series has no point. */
export function queriesTable({ series, sizeLabel = "rows n of each factor" }: QueriesAgainstSize): Table {
  const sizes = [...new Set(series.flatMap(({ points }) => points.map(({ size }) => size)))].sort(
    (a, b) => a - b,
  );
  return {
    columns: [
      { heading: sizeLabel, numeric: true },
      ...series.map(({ name, kind }) => ({ heading: `${name} (${kind})`, numeric: true })),
    ],
    rows: sizes.map((size) => ({
      cells: [
        numberText(size, { style: "power" }),
        ...series.map(({ points }) => {
          const point = points.find((one) => one.size === size);
          if (point === undefined) return "–";
          const spread =
            point.low === undefined || point.high === undefined
              ? ""
              : ` [${numberText(point.low)}, ${numberText(point.high)}]`;
          return numberText(point.queries) + spread;
        }),
      ],
    })),
  };
}
