import { axisX, axisY, frame } from "@observablehq/plot";
import { numberText } from "../format/number-text.ts";
import { binaryTicks, type Ticks, valueTicks } from "./axis-ticks.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette } from "./palette.ts";
import { lineHeight, plotPart } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import { halo, svgElement, svgText } from "./svg-elements.ts";
import { textWidth } from "./text-width.ts";

/** An axis of a map: values > 0, ascending or descending, drawn logarithmically. */
export interface CrossoverAxis {
  readonly label: string;
  readonly values: readonly number[];
  /** `power` writes 2¹⁶, `plain` the values themselves. Default `plain`. */
  readonly ticks?: "power" | "plain";
}

/** Who asks less over two parameters. */
export interface CrossoverMapFigure {
  readonly x: CrossoverAxis;
  readonly y: CrossoverAxis;
  /** `ratios[j][i]`: cost of the quantum side over that of the classical one at y.values[j], x.values[i]; null is left blank. */
  readonly ratios: readonly (readonly (number | null)[])[];
  /** For each price of a quantum query, the x of the crossover at each y; null where there is none. */
  readonly lines: readonly { readonly price: number; readonly at: readonly (number | null)[] }[];
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

/** The classes of the ratio, from the best for the quantum side to the worst. */
const classes = [
  { most: 0.01, tone: "quantum", text: "quantum ≥ 100× fewer" },
  { most: 0.1, tone: "quantumSoft", text: "10–100× fewer" },
  { most: 1 - 1e-9, tone: "quantumPale", text: "up to 10× fewer" },
  { most: 1 + 1e-9, tone: "shade", text: "the same" },
  { most: 10, tone: "classicalSoft", text: "classical up to 10× fewer" },
  { most: Number.POSITIVE_INFINITY, tone: "classical", text: "> 10× fewer" },
] as const;

/**
 * Draws who asks less over two parameters: cells in classes of the ratio at equal prices, and for each price of a
 * quantum query the line where both cost the same.
 *
 * Errors: RangeError for axes of fewer than two values, ratios that do not fit them, and values that are not > 0.
 */
export function crossoverMap(data: CrossoverMapFigure): string {
  const { x, y, ratios, lines, width = 760 } = requireMap(data);
  const [xLow, xHigh] = extent(x.values);
  const [yLow, yHigh] = extent(y.values);
  const [top, bottom, right] = [26, 44, 46];
  const height = Math.round(width < 520 ? width * 0.8 : width * 0.45) + top;
  const yTicks = ticks(y, yLow, yHigh, height - top - bottom);
  const left = 14 + Math.max(...yTicks.values.map((value) => textWidth(yTicks.text(value))));
  const xTicks = ticks(x, xLow, xHigh, width - left - right);
  const part = plotPart({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: { type: "log", base: 2, domain: [xLow, xHigh], axis: null },
    y: { type: "log", domain: [yLow, yHigh], axis: null },
    marks: [
      axisX(xTicks.values, { text: xTicks.text, tickSize: 4, label: null }),
      axisY(yTicks.values, { text: yTicks.text, tickSize: 4, label: null }),
      frame({ stroke: palette.rule.light }),
    ],
  });
  const [xEdges, yEdges] = [edges(x.values).map(part.x), edges(y.values).map(part.y)];
  const cells = ratios.map((row, j) => cellRow(row, xEdges, yEdges[j], yEdges[j + 1])).join("");
  const drawn = lines.map(({ price, at }) => priceLine(price, at, y.values, { ...part, width })).join("");
  const words =
    svgText(`↑ ${y.label}`, { x: 2, y: 14 }) +
    svgText(`${x.label} →`, { x: width - right, y: height - 6, "text-anchor": "end" });
  const key = colourKey(ratios, width);
  return figureFrame({
    name: "crossover-map",
    title: data.title ?? "Who asks fewer queries",
    description: data.description ?? described(data),
    width,
    height: height + key.height + 12,
    parts: [
      { x: 0, y: 0, content: cells + part.content + drawn + words },
      { x: 0, y: height + 12, content: key.content },
    ],
  });
}

function classOf(ratio: number): number {
  return classes.findIndex(({ most }) => ratio <= most);
}

/** Neighbours of one class are one rectangle. */
function cellRow(row: readonly (number | null)[], xEdges: readonly number[], y1: number, y2: number): string {
  let content = "";
  for (let start = 0; start < row.length; ) {
    const ratio = row[start];
    let end = start + 1;
    const own = ratio === null ? -1 : classOf(ratio);
    const same = (other: number | null) => (other === null ? -1 : classOf(other)) === own;
    while (end < row.length && same(row[end])) end++;
    if (own >= 0) {
      content += svgElement("rect", {
        x: Math.min(xEdges[start], xEdges[end]),
        y: Math.min(y1, y2),
        width: Math.abs(xEdges[end] - xEdges[start]),
        // A little over the edge, so that no hairline of paper shows between rows.
        height: Math.abs(y2 - y1) + 0.6,
        fill: palette[classes[own].tone].light,
      });
    }
    start = end;
  }
  return content;
}

function priceLine(
  price: number,
  at: readonly (number | null)[],
  ys: readonly number[],
  part: {
    readonly x: (value: number) => number;
    readonly y: (value: number) => number;
    readonly width: number;
  },
): string {
  const points = at.flatMap((value, j) => (value === null ? [] : [[part.x(value), part.y(ys[j])]]));
  if (points.length === 0) return "";
  const path = `M${points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join("L")}`;
  const [topX, topY] = points.reduce((best, point) => (point[1] < best[1] ? point : best));
  const stroke = (colour: string, size: number) =>
    svgElement("path", { d: path, fill: "none", stroke: colour, "stroke-width": size });
  const label = `price ${numberText(price, { style: "short" })}`;
  // Right of its line where there is room for it, left of it otherwise.
  const place =
    topX + 4 + textWidth(label) <= part.width - 2
      ? { x: topX + 4 }
      : ({ x: topX - 4, "text-anchor": "end" } as const);
  return (
    stroke(palette.paper.light, 3.5) +
    stroke(palette.ink.light, 1.5) +
    svgText(label, { ...place, y: Math.max(topY + 14, 40), ...halo })
  );
}

function colourKey(ratios: CrossoverMapFigure["ratios"], width: number) {
  const used = new Set(ratios.flat().flatMap((ratio) => (ratio === null ? [] : [classOf(ratio)])));
  let [x, y] = [4, 12];
  let content = "";
  classes.forEach(({ tone, text }, k) => {
    if (!used.has(k)) return;
    const space = 18 + textWidth(text) + 14;
    if (x > 4 && x + space > width) [x, y] = [4, y + lineHeight + 3];
    content += svgElement("rect", { x, y: y - 9, width: 12, height: 12, fill: palette[tone].light });
    content += svgText(text, { x: x + 18, y: y + 1 });
    x += space;
  });
  return { content, height: y + 10 };
}

/** Cells reach to the geometric middle between neighbours. */
function edges(values: readonly number[]): number[] {
  const inner = values.slice(1).map((value, k) => Math.sqrt(value * values[k]));
  return [values[0], ...inner, values[values.length - 1]];
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function ticks({ values, ticks: kind }: CrossoverAxis, low: number, high: number, room: number): Ticks {
  if (kind === "power") return binaryTicks(low, high, room);
  const chosen = [
    low,
    ...[1, 2, 3, 5, 10, 20, 50, 100, 200, 500].filter((tick) => tick > low && tick < high),
    high,
  ];
  return values.length < 8 ? valueTicks(values, low, high, room) : valueTicks(chosen, low, high, room);
}

function described({ x, y, lines }: CrossoverMapFigure): string {
  const words = lines.map(({ price, at }) => {
    const found = at.filter((value) => value !== null);
    const short = (value: number) => numberText(value, { style: "short" });
    return found.length === 0
      ? `at price ${short(price)} no crossover in range`
      : `at price ${short(price)} from ${short(Math.min(...found))} to ${short(Math.max(...found))}`;
  });
  return `Crossover in ${x.label} over ${y.label}: ${words.join("; ")}.`;
}

function requireMap(data: CrossoverMapFigure): CrossoverMapFigure {
  const { x, y, ratios, lines, width = 760 } = data;
  requireWidth("crossover-map", width);
  for (const { label, values } of [x, y]) {
    if (values.length < 2 || !values.every((value) => value > 0 && Number.isFinite(value))) {
      throw new RangeError(
        `crossover-map: expected at least two values > 0 along ${label}, got ${JSON.stringify(values)}; use a table for one.`,
      );
    }
  }
  if (ratios.length !== y.values.length || ratios.some((row) => row.length !== x.values.length)) {
    throw new RangeError(
      `crossover-map: expected ${y.values.length} rows of ${x.values.length} ratios, got another shape; one per pair of values.`,
    );
  }
  if (!ratios.flat().every((ratio) => ratio === null || ratio > 0)) {
    throw new RangeError("crossover-map: expected ratios > 0, got others; write null where there is none.");
  }
  if (lines.some(({ at }) => at.length !== y.values.length)) {
    throw new RangeError(
      `crossover-map: expected ${y.values.length} places of each line, got others; one for each value of ${y.label}.`,
    );
  }
  return data;
}
