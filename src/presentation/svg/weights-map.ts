import { axisX, axisY, frame } from "@observablehq/plot";
import { numberText } from "../format/number-text.ts";
import { binaryTicks, linearTicks, type Ticks } from "./axis-ticks.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette } from "./palette.ts";
import { plotPart } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { textWidth } from "./text-width.ts";

/** The rows that a sketch keeps, each at its place in the product, with its weight. */
export interface WeightsMap {
  /** The kept rows of A ⊗ B: which pair of rows (i, j), counted from 0, and its weight. */
  readonly pairs: readonly { readonly index: readonly [number, number]; readonly weight: number }[];
  /** How many rows each factor has. */
  readonly sizes: readonly [number, number];
  /** Names of the factors. */
  readonly names: readonly [string, string];
  /** `log` spaces i + 1 evenly in its logarithm. Default: linear up to 2²⁴ rows, logarithmic above, per axis. */
  readonly axes?: readonly ["linear" | "log", "linear" | "log"];
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

/** Limits of a dot's radius. */
const largest = 8;
const smallest = 0.75;
/** The part of the map that all dots together may cover. */
const cover = 0.15;

/**
 * Draws a sketch as dots on the plane of row pairs: row i of the first factor to the right, row j of the second
 * upwards, the area of a dot in proportion to the weight.
 *
 * Errors: RangeError without pairs, for an index outside its factor, and for weights that are not > 0.
 */
export function weightsMap(data: WeightsMap): string {
  const { pairs, sizes, names, width = 760 } = requirePairs(data);
  const kinds = sizes.map((size, k) => data.axes?.[k] ?? (size > 2 ** 24 ? "log" : "linear"));
  const marginBottom = 44;
  const top = 26;
  const height = Math.round(width < 520 ? width : width * 0.64) + 26;
  const tall = height - top - marginBottom;
  const yTicks = indexTicks(kinds[1], sizes[1], Math.max(3, Math.floor(tall / 60)), tall);
  const left = 12 + Math.max(...yTicks.values.map((value) => textWidth(yTicks.text(value))));
  const right = 14;
  const wide = width - left - right;
  const xTicks = indexTicks(kinds[0], sizes[0], Math.max(3, Math.floor(wide / 90)), wide);
  const axis = (k: 0 | 1) =>
    kinds[k] === "log"
      ? ({ type: "log", base: 2, domain: [1, sizes[k]] } as const)
      : ({ type: "linear", domain: [0, sizes[k] - 1 || 1] } as const);
  const part = plotPart({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom,
    x: axis(0),
    y: axis(1),
    marks: [
      axisX(xTicks.values, { tickFormat: xTicks.text, tickSize: 4, label: null }),
      axisY(yTicks.values, { tickFormat: yTicks.text, tickSize: 4, label: null }),
      frame({ stroke: palette.rule.light }),
    ],
  });
  const most = pairs.reduce((max, { weight }) => Math.max(max, weight), 0);
  const relative = pairs.reduce((sum, { weight }) => sum + weight / most, 0);
  const greatest = Math.max(1.25, Math.min(largest, Math.sqrt((cover * wide * tall) / (Math.PI * relative))));
  const radius = (weight: number) => Math.max(smallest, greatest * Math.sqrt(weight / most));
  const shift = kinds.map((kind) => (kind === "log" ? 1 : 0));
  // Dots of nearly one size share a path: a line of no length with round ends is a dot, at a fifth of the bytes.
  const paths = new Map<number, string[]>();
  for (const { index, weight } of pairs) {
    const size = Math.round(radius(weight) * 4) / 4;
    const dots = paths.get(size) ?? [];
    dots.push(`M${part.x(index[0] + shift[0]).toFixed(1)},${part.y(index[1] + shift[1]).toFixed(1)}h0`);
    paths.set(size, dots);
  }
  const dots = [...paths]
    .sort(([a], [b]) => b - a)
    .map(([size, places]) => dotPath(places.join(""), size))
    .join("");
  const heading = `↑ row j of ${names[1]}`;
  const words =
    svgText(heading, { x: 2, y: 14 }) +
    svgText(`row i of ${names[0]} →`, { x: width - right, y: height - 6, "text-anchor": "end" });
  const key = sizeKey(pairs, radius);
  const beside = textWidth(heading) + key.width + 30 < width;
  return figureFrame({
    name: "weights-map",
    title: data.title ?? `The ${numberText(pairs.length)} kept pairs of rows`,
    description: data.description ?? described(data),
    width,
    height: height + (beside ? 0 : 24),
    parts: [
      { x: 0, y: 0, content: part.content + dots + words },
      { x: width - right - key.width, y: beside ? 10 : height + 12, content: key.content },
    ],
  });
}

function dotPath(d: string, size: number): string {
  return svgElement("path", {
    d,
    fill: "none",
    stroke: palette.quantum.light,
    "stroke-width": 2 * size,
    "stroke-linecap": "round",
    "stroke-opacity": 0.55,
  });
}

/** Dots for the least and the greatest weight. */
function sizeKey(
  pairs: WeightsMap["pairs"],
  radius: (weight: number) => number,
): { content: string; width: number } {
  const weights = pairs.map(({ weight }) => weight);
  const [low, high] = [weights.reduce((a, b) => Math.min(a, b)), weights.reduce((a, b) => Math.max(a, b))];
  let x = textWidth("weight") + 14;
  let content = svgText("weight", { x: 0, y: 4, fill: palette.muted.light });
  for (const weight of low === high ? [high] : [low, high]) {
    const text = numberText(weight, { style: "significant" });
    content += dotPath(`M${x},0h0`, radius(weight)) + svgText(text, { x: x + 12, y: 4 });
    x += 12 + textWidth(text) + 18;
  }
  return { content, width: x - 18 };
}

function indexTicks(kind: string, size: number, most: number, room: number): Ticks {
  if (kind === "log") return binaryTicks(1, size, room);
  return {
    values: linearTicks(size - 1 || 1, most).filter(Number.isInteger),
    text: (value) => numberText(value, { style: "short" }),
  };
}

function described({ pairs, sizes, names }: WeightsMap): string {
  const weights = pairs.map(({ weight }) => weight);
  const short = (value: number) => numberText(value, { style: "significant" });
  const rows = sizes.map((size) => numberText(size, { style: "power" }));
  return (
    `${numberText(pairs.length)} pairs of rows out of ${names[0]} (${rows[0]} rows) and ${names[1]} (${rows[1]} rows), ` +
    `weights from ${short(weights.reduce((a, b) => Math.min(a, b)))} to ${short(weights.reduce((a, b) => Math.max(a, b)))}.`
  );
}

function requirePairs(data: WeightsMap): WeightsMap {
  const { pairs, sizes, width = 760 } = data;
  requireWidth("weights-map", width);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 1)) {
    throw new RangeError(
      `weights-map: expected whole numbers of rows ≥ 1, got ${sizes.join(" × ")}; pass rows of A and B.`,
    );
  }
  if (pairs.length === 0)
    throw new RangeError("weights-map: expected at least one pair, got none; pass a sketch.");
  for (const { index, weight } of pairs) {
    if (!(index.length === 2 && index.every((i, k) => i >= 0 && i < sizes[k]))) {
      throw new RangeError(
        `weights-map: expected pairs inside ${sizes.join(" × ")}, got (${index.join(", ")}); count rows from 0.`,
      );
    }
    if (!(weight > 0 && Number.isFinite(weight))) {
      throw new RangeError(`weights-map: expected weights > 0, got ${weight}; leave other rows out.`);
    }
  }
  return data;
}
