import { numberText } from "../format/number-text.ts";
import type { GrowthChart } from "../svg/growth-chart.ts";
import type { Table } from "./table.ts";

/** The numbers of `growthChart`: one row per value of the parameter, one column per series, then the exponents. */
export function growthTable({ series, parameter }: GrowthChart): Table {
  const values = [...new Set(series.flatMap(({ points }) => points.map(({ value }) => value)))].sort(
    (a, b) => a - b,
  );
  const exponents = series.map(({ exponent }) => (exponent === undefined ? "–" : exponent.toFixed(2)));
  return {
    columns: [
      { heading: parameter, numeric: true },
      ...series.map(({ name, kind }) => ({ heading: `${name} (${kind})`, numeric: true })),
    ],
    rows: [
      ...values.map((value) => ({
        cells: [
          numberText(value),
          ...series.map(({ points }) => {
            const point = points.find((one) => one.value === value);
            return point === undefined ? "–" : numberText(point.cost);
          }),
        ],
      })),
      ...(exponents.every((text) => text === "–")
        ? []
        : [{ cells: ["exponent", ...exponents], total: true }]),
    ],
  };
}
