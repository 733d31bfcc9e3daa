import { axisX, axisY, dot, gridY, line, type Markish, rect, ruleX } from "@observablehq/plot";
import { binaryTicks, decadeTicks, valueTicks } from "./axis-ticks.ts";
import { type Box, drawnRegionNotes, regionNotes, ruleNote } from "./chart-notes.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette, roleColour } from "./palette.ts";
import { lineHeight, type PlotPart, plotPart } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import {
  countedOpacity,
  countedWidth,
  dashes,
  type KeyedSeries,
  labelWidth,
  roleSymbol,
  seriesKey,
  seriesLabel,
} from "./series-key.ts";
import { spreadLabels } from "./spread-labels.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { textWidth } from "./text-width.ts";

/** One line of a chart with two logarithmic axes. `low` and `high` draw a whisker. */
export interface LogLogSeries extends KeyedSeries {
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

/** A chart with two logarithmic axes. */
export interface LogLogChart {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly series: readonly LogLogSeries[];
  readonly regions?: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  readonly rules?: readonly { readonly at: number; readonly label: string }[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** `power` writes 2¹⁶ below the axis, `plain` the values themselves. */
  readonly xTicks: "power" | "plain";
  readonly width: number;
}

/** Below this width the names of lines move from the line ends to a key under the chart. */
const narrow = 520;
const labelGap = 32;
const marginBottom = 44;

/** Draws lines over two logarithmic axes; `queriesAgainstSize` and `growthChart` are made of it. */
export function logLogChart(chart: LogLogChart): string {
  requireDrawable(chart);
  const { series, width } = chart;
  const direct = width >= narrow;
  const xs = series.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = series.flatMap(({ points }) => points.flatMap(({ y, low = y, high = y }) => [y, low, high]));
  const [xLow, xHigh] = [Math.min(...xs), Math.max(...xs)];
  const [yLow, yHigh] = [Math.min(...ys) / 1.6, Math.max(...ys) * 1.6];

  const room = direct ? Math.max(280, series.length * labelGap) : 240;
  const yTicks = decadeTicks(yLow, yHigh, room);
  const left = 14 + Math.max(...yTicks.values.map((value) => textWidth(yTicks.text(value))));
  const right = width - (direct ? 24 + Math.max(...series.map(labelWidth)) : 14);
  const place = (x: number) => left + (Math.log(x / xLow) / Math.log(xHigh / xLow)) * (right - left);
  const xTicks =
    chart.xTicks === "power"
      ? binaryTicks(xLow, xHigh, right - left)
      : valueTicks(xs, xLow, xHigh, right - left);

  const regions = (chart.regions ?? [])
    .map(({ from, to, label }) => ({ from: Math.max(xLow, from), to: Math.min(xHigh, to), label }))
    .filter(({ from, to }) => from < to);
  const rules = (chart.rules ?? []).filter(({ at }) => at >= xLow && at <= xHigh);
  const notes = regionNotes(
    regions.map(({ from, to, label }) => ({ from: place(from), to: place(to), label })),
    right,
  );
  const noteSpace =
    notes.length === 0 ? 0 : 8 + Math.max(...notes.map(({ lines }) => lines.length)) * lineHeight;
  const top = 26 + noteSpace;
  const height = top + marginBottom + room;
  const box: Box = { left, right, top, bottom: height - marginBottom };

  const part = plotPart({
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: top,
    marginBottom,
    x: {
      type: "log",
      base: 2,
      domain: [xLow, xHigh],
      axis: null,
    },
    y: {
      type: "log",
      domain: [yLow, yHigh],
      axis: null,
    },
    marks: [
      rect(regions, { x1: "from", x2: "to", fill: palette.shade.light }),
      // Axes of their own: tickFormat of a logarithmic scale leaves out labels of its choosing.
      axisX(xTicks.values, { text: xTicks.text, tickSize: 4, label: null }),
      axisY(yTicks.values, { text: yTicks.text, tickSize: 0, label: null }),
      gridY(yTicks.values, { stroke: palette.rule.light, strokeOpacity: 1 }),
      ruleX(rules, { x: "at", stroke: palette.muted.light }),
      ...series.flatMap(countedLine),
      ...series.flatMap(predictedLine),
      ...series.flatMap(countedMarks),
    ],
  });
  const words =
    svgText(`↑ ${chart.yLabel}`, { x: 2, y: 14 }) +
    svgText(`${chart.xLabel} →`, { x: right, y: height - 6, "text-anchor": "end" }) +
    drawnRegionNotes(notes, top) +
    rules.map(({ at, label }) => ruleNote(label, place(at), box)).join("");
  const below = direct ? { content: "", height: 0 } : seriesKey(series, width);
  return figureFrame({
    name: chart.name,
    title: chart.title,
    description: chart.description,
    width,
    height: height + below.height + (direct ? 0 : 12),
    parts: [
      { x: 0, y: 0, content: part.content + words + (direct ? endLabels(series, part, box) : "") },
      { x: 0, y: height + 12, content: below.content },
    ],
  });
}

/** A broad soft line, so that the dashes of a prediction stay visible on top of it where both agree. */
function countedLine({ points, kind, role }: LogLogSeries): Markish[] {
  if (kind !== "counted") return [];
  return [
    line(points, {
      x: "x",
      y: "y",
      stroke: roleColour(role),
      strokeWidth: countedWidth,
      strokeOpacity: countedOpacity,
    }),
  ];
}

function predictedLine({ points, kind, role }: LogLogSeries): Markish[] {
  if (kind !== "predicted") return [];
  return [
    line(points, { x: "x", y: "y", stroke: roleColour(role), strokeWidth: 1.75, strokeDasharray: dashes }),
  ];
}

function countedMarks({ points, kind, role }: LogLogSeries): Markish[] {
  if (kind !== "counted") return [];
  const colour = roleColour(role);
  return [
    ruleX(
      points.filter(({ low, high }) => low !== undefined && high !== undefined),
      { x: "x", y1: "low", y2: "high", stroke: colour, strokeWidth: 1.25 },
    ),
    dot(points, {
      x: "x",
      y: "y",
      fill: colour,
      stroke: palette.paper.light,
      strokeWidth: 1,
      r: 4,
      symbol: roleSymbol[role],
    }),
  ];
}

/** Names at the right, each level with the end of its line as far as they do not collide. */
function endLabels(series: readonly LogLogSeries[], part: PlotPart, box: Box): string {
  const ends = series.map(({ points }) => points.reduce((last, point) => (point.x > last.x ? point : last)));
  const wishes = ends.map(({ y }) => part.y(y));
  const places = spreadLabels(wishes, labelGap, box.top + 2, box.bottom - 14);
  return series
    .map((one, index) => {
      const [x, y, labelY] = [part.x(ends[index].x), wishes[index], places[index]];
      const leader = svgElement("path", {
        d: `M${x + 6},${y}H${box.right + 6}L${box.right + 14},${labelY}`,
        fill: "none",
        stroke: palette.muted.light,
        "stroke-width": 0.75,
        // A line that ends inside the chart is tied to its name by dots, which cannot be taken for data.
        "stroke-dasharray": x < box.right - 12 ? "1 4" : undefined,
      });
      return leader + seriesLabel(one, box.right + 16, labelY);
    })
    .join("");
}

function requireDrawable({ name, series, width }: LogLogChart): void {
  requireWidth(name, width);
  if (series.length === 0)
    throw new RangeError(`${name}: expected at least one series, got none; pass points.`);
  for (const one of series) {
    if (one.points.length === 0) {
      throw new RangeError(`${name}: expected points in "${one.name}", got none; leave the series out.`);
    }
    for (const { x, y, low = y, high = y } of one.points) {
      if (![x, y, low, high].every((value) => Number.isFinite(value) && value > 0)) {
        throw new RangeError(
          `${name}: expected values > 0 in "${one.name}" for a logarithmic axis, got (${x}, ${y}); leave such points out.`,
        );
      }
    }
  }
  if (new Set(series.flatMap(({ points }) => points.map(({ x }) => x))).size < 2) {
    throw new RangeError(
      `${name}: expected at least two different values to the right, got one; use a table for one.`,
    );
  }
}
