import { numberText } from "../format/number-text.ts";
import { logLogChart } from "./log-log-chart.ts";
import type { Role } from "./palette.ts";

/** Queries of one algorithm over input sizes. */
export interface QuerySeries {
  readonly name: string;
  /** Counted while running (solid with marks) or computed by a formula (dashed). Never both in one series. */
  readonly kind: "counted" | "predicted";
  /** Colour and mark; a prediction takes the role of what it predicts. */
  readonly role: Role;
  /** Size n and queries, both > 0. `low` and `high` draw a whisker, for example the extremes over seeds. */
  readonly points: readonly {
    readonly size: number;
    readonly queries: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  /** A fitted exponent of n, shown as text. Fitting is not done here. */
  readonly slope?: number;
}

/** Queries over the size of the input, counted and predicted. */
export interface QueriesAgainstSize {
  readonly series: readonly QuerySeries[];
  /** Shaded ranges of n, for example where the algorithm falls back on reading everything. */
  readonly regions?: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Vertical lines, for example at a crossing. */
  readonly rules?: readonly { readonly at: number; readonly label: string }[];
  /** Default `Row queries against the number of rows`. */
  readonly title?: string;
  readonly description?: string;
  /** Default `rows n of each factor`. */
  readonly sizeLabel?: string;
  /** Default `row queries`. */
  readonly queriesLabel?: string;
  /** In SVG units, 240 to 4000. Default 760; below 520 the names of lines stand under the chart. */
  readonly width?: number;
}

/**
 * Draws queries against input size, log₂ to the right and log₁₀ upwards: counted lines solid with marks,
 * predicted lines dashed, each named at its end with its fitted slope.
 *
 * Errors: RangeError for empty series, for values that are not > 0, and for fewer than two sizes.
 *
 * @example
 * queriesAgainstSize({
 *   series: [{ name: "read all", kind: "predicted", role: "classical", points: [{ size: 4, queries: 8 }, { size: 8, queries: 16 }] }],
 * })
 */
export function queriesAgainstSize(data: QueriesAgainstSize): string {
  const sizes = data.series.flatMap(({ points }) => points.map(({ size }) => size));
  const power = (value: number) => numberText(value, { style: "power" });
  const described = data.series.map(({ name, kind, points, slope }) => {
    const [first, last] = [points[0], points[points.length - 1]];
    const range =
      first === undefined
        ? "no points"
        : `${short(first.queries)} at ${power(first.size)} to ${short(last.queries)} at ${power(last.size)}`;
    return `${name} (${kind}${slope === undefined ? "" : `, slope ${slope.toFixed(2)}`}): ${range}`;
  });
  return logLogChart({
    name: "queries-against-size",
    title: data.title ?? "Row queries against the number of rows",
    description:
      data.description ??
      `Sizes from ${power(Math.min(...sizes))} to ${power(Math.max(...sizes))}. ${described.join("; ")}.`,
    series: data.series.map(({ name, kind, role, points, slope }) => ({
      name,
      kind,
      role,
      points: points.map(({ size, queries, ...spread }) => ({ x: size, y: queries, ...spread })),
      ...(slope === undefined ? {} : { detail: `slope ${slope.toFixed(2)}` }),
    })),
    ...(data.regions === undefined ? {} : { regions: data.regions }),
    ...(data.rules === undefined ? {} : { rules: data.rules }),
    xLabel: data.sizeLabel ?? "rows n of each factor",
    yLabel: data.queriesLabel ?? "row queries",
    xTicks: "power",
    width: data.width ?? 760,
  });
}

function short(value: number): string {
  return numberText(value, { style: "short" });
}
