import { numberText } from "../format/number-text.ts";
import { logLogChart } from "./log-log-chart.ts";
import type { Role } from "./palette.ts";

/** The cost of one strategy over a parameter. */
export interface GrowthSeries {
  readonly name: string;
  readonly kind: "counted" | "predicted";
  readonly role: Role;
  /** Parameter value and cost, both > 0. */
  readonly points: readonly {
    readonly value: number;
    readonly cost: number;
    readonly low?: number;
    readonly high?: number;
  }[];
  /** A fitted exponent of the parameter, shown as text. Fitting is not done here. */
  readonly exponent?: number;
}

/** What several strategies cost over one parameter. */
export interface GrowthChart {
  /** What grows to the right, for example `d` or `1/ε`. */
  readonly parameter: string;
  readonly series: readonly GrowthSeries[];
  /** Default `row queries`. */
  readonly costLabel?: string;
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

/**
 * Draws cost against a parameter on two logarithmic axes, so that a power law is a straight line; the fitted
 * exponent stands at the end of each line.
 *
 * Errors: RangeError for empty series, for values that are not > 0, and for fewer than two parameter values.
 */
export function growthChart(data: GrowthChart): string {
  const cost = data.costLabel ?? "row queries";
  const described = data.series.map(
    ({ name, kind, exponent, points }) =>
      `${name} (${kind}${exponent === undefined ? "" : `, grows as ${data.parameter} to the ${exponent.toFixed(2)}`}): ` +
      points
        .map((point) => `${numberText(point.cost, { style: "short" })} at ${numberText(point.value)}`)
        .join(", "),
  );
  return logLogChart({
    name: "growth-chart",
    title: data.title ?? `${cost} against ${data.parameter}`,
    description: data.description ?? `${described.join("; ")}.`,
    series: data.series.map(({ name, kind, role, points, exponent }) => ({
      name,
      kind,
      role,
      points: points.map(({ value, cost: y, ...spread }) => ({ x: value, y, ...spread })),
      ...(exponent === undefined ? {} : { detail: `exponent ${exponent.toFixed(2)}` }),
    })),
    xLabel: data.parameter,
    yLabel: cost,
    xTicks: "plain",
    width: data.width ?? 760,
  });
}
