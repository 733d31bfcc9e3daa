import type { CrossoverMapFigure } from "../svg/crossover-map.ts";
import type { ErrorBudget } from "../svg/error-budget.ts";
import type { GrowthChart } from "../svg/growth-chart.ts";
import { palette, roleColour } from "../svg/palette.ts";
import type { QueriesAgainstSize } from "../svg/queries-against-size.ts";

/** A Vega-Lite specification: plain JSON. */
export type VegaLite = Readonly<Record<string, unknown>>;

/** The version that the specifications are written in. */
export const vegaSchema = "https://vega.github.io/schema/vega-lite/v5.json";

/**
 * A chart of queries as a Vega-Lite specification with its data inside: counted series solid with bands, predicted ones
 * dashed, both axes logarithmic.
 */
export function vegaSeries(data: QueriesAgainstSize | GrowthChart): VegaLite {
  const isGrowth = "parameter" in data;
  const xTitle = isGrowth ? data.parameter : (data.sizeLabel ?? "rows n of each factor");
  const yTitle = (isGrowth ? data.costLabel : data.queriesLabel) ?? "row queries";
  const values = isGrowth
    ? data.series.flatMap(({ name, kind, points }) =>
        points.map(({ value: x, cost: y, low = y, high = y }) => ({ name, kind, x, y, low, high })),
      )
    : data.series.flatMap(({ name, kind, points }) =>
        points.map(({ size: x, queries: y, low = y, high = y }) => ({ name, kind, x, y, low, high })),
      );
  const colour = {
    field: "name",
    type: "nominal",
    title: null,
    scale: {
      domain: data.series.map(({ name }) => name),
      range: data.series.map(({ role }) => roleColour(role)),
    },
  };
  const x = {
    field: "x",
    type: "quantitative",
    title: xTitle,
    scale: { type: "log", base: isGrowth ? 10 : 2 },
  };
  const y = { type: "quantitative", title: yTitle, scale: { type: "log" } };
  const counted = { filter: "datum.kind === 'counted'" };
  return {
    $schema: vegaSchema,
    title: data.title ?? `${yTitle} against ${xTitle}`,
    width: 600,
    height: 320,
    data: { values },
    layer: [
      {
        mark: { type: "line" },
        encoding: {
          x,
          y: { ...y, field: "y" },
          color: colour,
          strokeDash: {
            field: "kind",
            type: "nominal",
            title: null,
            scale: {
              domain: ["counted", "predicted"],
              range: [
                [1, 0],
                [5, 4],
              ],
            },
          },
        },
      },
      {
        transform: [counted],
        mark: { type: "rule" },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color: colour },
      },
      {
        transform: [counted],
        mark: { type: "point", filled: true },
        encoding: { x, y: { ...y, field: "y" }, color: colour },
      },
    ],
  };
}

/** A crossover map as a Vega-Lite specification: the logarithm of the ratio as colour, lines of equal cost on top. */
export function vegaCrossoverMap({ x, y, ratios, lines, title }: CrossoverMapFigure): VegaLite {
  const edges = (values: readonly number[]) => {
    const inner = values.slice(1).map((value, k) => Math.sqrt(value * values[k]));
    return [values[0], ...inner, values[values.length - 1]];
  };
  const [xs, ys] = [edges(x.values), edges(y.values)];
  const cells = ratios.flatMap((row, j) =>
    row.flatMap((ratio, i) =>
      ratio === null
        ? []
        : [{ x: xs[i], x2: xs[i + 1], y: ys[j], y2: ys[j + 1], ratio, log: Math.log10(ratio) }],
    ),
  );
  const crossings = lines.flatMap(({ price, at }) =>
    at.flatMap((value, j) => (value === null ? [] : [{ price: `price ${price}`, x: value, y: y.values[j] }])),
  );
  const axis = (field: string, label: string, base: number) => ({
    field,
    type: "quantitative",
    title: label,
    scale: { type: "log", base, nice: false },
  });
  return {
    $schema: vegaSchema,
    title: title ?? "Who asks fewer queries",
    width: 600,
    height: 320,
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect" },
        encoding: {
          x: axis("x", x.label, x.ticks === "power" ? 2 : 10),
          x2: { field: "x2" },
          y: axis("y", y.label, 10),
          y2: { field: "y2" },
          color: {
            field: "log",
            type: "quantitative",
            title: "log₁₀ quantum/classical",
            scale: {
              domainMid: 0,
              range: [palette.quantum.light, palette.paper.light, palette.classical.light],
            },
          },
        },
      },
      {
        data: { values: crossings },
        mark: { type: "line", color: palette.ink.light, point: true },
        encoding: {
          x: axis("x", x.label, x.ticks === "power" ? 2 : 10),
          y: axis("y", y.label, 10),
          order: { field: "y" },
          strokeDash: { field: "price", type: "nominal", title: "equal cost at" },
        },
      },
    ],
  };
}

/** Certified ranges as a Vega-Lite specification: one line a run, grouped, with what was asked for. */
export function vegaCertificates({ groups, quantity, title }: ErrorBudget): VegaLite {
  const values = groups.flatMap(({ name, epsilon, intervals }) =>
    intervals.map(({ lower, upper }, k) => ({
      name,
      run: k + 1,
      lower,
      upper,
      least: 1 - epsilon,
      most: 1 + epsilon,
      inside: lower >= 1 - epsilon && upper <= 1 + epsilon,
    })),
  );
  const x = {
    type: "quantitative",
    title: quantity?.long ?? "eigenvalues relative to the matrix",
    scale: { zero: false },
  };
  return {
    $schema: vegaSchema,
    title: title ?? "Certified accuracy against what was asked for",
    data: { values },
    facet: {
      row: { field: "name", type: "nominal", title: null, header: { labelAngle: 0, labelAlign: "left" } },
    },
    spec: {
      width: 480,
      height: { step: 8 },
      layer: [
        { mark: { type: "rule", strokeDash: [3, 2] }, encoding: { x: { ...x, field: "least" } } },
        { mark: { type: "rule", strokeDash: [3, 2] }, encoding: { x: { ...x, field: "most" } } },
        {
          mark: { type: "rule", strokeWidth: 3 },
          encoding: {
            y: { field: "run", type: "ordinal", axis: null },
            x: { ...x, field: "lower" },
            x2: { field: "upper" },
            color: {
              field: "inside",
              type: "nominal",
              title: "inside",
              scale: { domain: [true, false], range: [palette.quantum.light, palette.classical.light] },
            },
          },
        },
      ],
    },
  };
}
