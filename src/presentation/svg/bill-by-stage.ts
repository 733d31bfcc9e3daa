import { axisX, gridX, rect, ruleX } from "@observablehq/plot";
import type { LedgerEntry, Unit } from "../../oracles/ledger-entry.ts";
import { escapeText } from "../format/escape-text.ts";
import { numberText } from "../format/number-text.ts";
import { type BillBar, billSegments, type SegmentKind } from "./bill-segments.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette } from "./palette.ts";
import { fontSize, lineHeight, type PlotPart, plotPart } from "./plot-part.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { boldWidth, textWidth, wrappedText } from "./text-width.ts";

/** One algorithm's bill. */
export interface BillSide {
  readonly name: string;
  readonly role: "quantum" | "classical";
  readonly entries: readonly LedgerEntry[];
}

export interface BillByStage {
  /** The inputs, by the name their oracle has in the ledgers. `rows` draws a line at n, the price of reading everything. */
  readonly factors: readonly { readonly oracle: string; readonly name: string; readonly rows?: number }[];
  readonly sides: readonly BillSide[];
  /** Only entries of this unit are drawn. Default `row`. */
  readonly unit?: Unit;
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

const barHeight = 20;
const marginLeft = 4;
const marginRight = 22;

const halo = {
  stroke: palette.paper.light,
  "stroke-width": 3,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
} as const;

const words: Record<SegmentKind, string> = {
  coherent: "coherent queries",
  check: "checks",
  read: "reads",
};

/**
 * Draws bills as horizontal stacked bars: per factor one bar for each side, its measured row queries as segments by
 * stage. Coherent queries, checks and reads have tones of their own and are never added up in words. A prediction is a dashed tick.
 * Each factor has its own axis, since factors differ in size by orders of magnitude.
 *
 * Errors: RangeError when there is no factor or no side.
 */
export function billByStage(data: BillByStage): string {
  const { factors, sides, unit = "row", width = 760 } = data;
  if (factors.length === 0 || sides.length === 0) {
    throw new RangeError(
      `bill-by-stage: expected at least one factor and one side, got ${factors.length} and ${sides.length}; pass both.`,
    );
  }
  if (!(width >= 240 && width <= 4000)) {
    throw new RangeError(`bill-by-stage: expected a width from 240 to 4000, got ${width}; use 320 or 760.`);
  }
  const bars = factors.map(({ oracle }) => sides.map(({ entries }) => billSegments(entries, oracle, unit)));
  const key = colourKey(sides, bars, width);
  let y = key.height + 10;
  const parts = [{ x: 0, y: 0, content: key.content }];
  factors.forEach((factor, index) => {
    const block = factorBlock(factor, sides, bars[index], unit, width);
    parts.push({ x: 0, y, content: block.content });
    y += block.height + 18;
  });
  return figureFrame({
    name: "bill-by-stage",
    title: data.title ?? "The bill, factor by factor and stage by stage",
    description: data.description ?? described(data, bars),
    width,
    height: y - 14,
    parts,
  });
}

function factorBlock(
  { name, rows }: BillByStage["factors"][number],
  sides: readonly BillSide[],
  bars: readonly BillBar[],
  unit: Unit,
  width: number,
): { content: string; height: number } {
  const texts = sides.map((side, k) => sideText(side, bars[k], width - marginLeft - marginRight));
  const tops: number[] = [];
  let y = 26;
  for (const { lines } of texts) {
    y += lines.length * lineHeight + 6;
    tops.push(y);
    y += barHeight + 12;
  }
  const height = y + 34;
  const high = Math.max(
    1,
    rows ?? 0,
    ...bars.flatMap(({ segments, predictions }) => [
      ...segments.map(({ end }) => end),
      ...predictions.map(({ count }) => count),
    ]),
  );
  const ticks = linearTicks(high, Math.max(2, Math.floor((width - marginLeft - marginRight) / 80)));
  const pieces = bars.flatMap(({ segments }, k) =>
    segments.map((segment) => ({
      ...segment,
      low: tops[k],
      high: tops[k] + barHeight,
      fill: tone(sides[k].role, segment.kind),
    })),
  );
  // A gap between stages only where both are wide enough to be seen beside it.
  const wide = ({ start, end }: { start: number; end: number }) =>
    ((end - start) / high) * (width - marginLeft - marginRight) > 3;
  const gaps = pieces.filter(
    (piece, k) => k > 0 && pieces[k - 1].end === piece.start && wide(piece) && wide(pieces[k - 1]),
  );
  const limits = bars.flatMap(({ predictions }, k) =>
    predictions.map(({ count }) => ({ count, low: tops[k] - 4, high: tops[k] + barHeight + 4 })),
  );
  const part = plotPart({
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 26,
    marginBottom: 34,
    x: { domain: [0, high], label: null },
    y: { domain: [26, height - 34], range: [26, height - 34], axis: null },
    marks: [
      gridX(ticks, { stroke: palette.rule.light, strokeOpacity: 1 }),
      axisX(ticks, {
        tickFormat: (value: number) => numberText(value, { style: "short" }),
        tickSize: 0,
        label: null,
      }),
      rows === undefined ? null : ruleX([rows], { stroke: palette.classical.light, strokeWidth: 1.25 }),
      rect(pieces, { x1: "start", x2: "end", y1: "low", y2: "high", fill: "fill" }),
      ruleX(gaps, { x: "start", y1: "low", y2: "high", stroke: palette.paper.light, strokeWidth: 1 }),
      ruleX(limits, {
        x: "count",
        y1: "low",
        y2: "high",
        stroke: palette.ink.light,
        strokeWidth: 1.5,
        strokeDasharray: "3 2",
      }),
    ],
  });
  const head =
    svgText(name, { x: marginLeft, y: 14, "font-weight": 700, "font-size": fontSize + 1 }) +
    (rows === undefined
      ? ""
      : svgText(`n = ${numberText(rows)}`, {
          x: width - marginRight + 8,
          y: 14,
          "text-anchor": "end",
          fill: palette.classical.light,
        }));
  const foot = svgText(`measured ${unit} queries →`, {
    x: width - marginRight + 8,
    y: height - 2,
    "text-anchor": "end",
    fill: palette.muted.light,
  });
  const labels = texts.map(({ lines, colour }, k) => sideLines(lines, colour, tops[k]));
  return { content: part.content + head + foot + labels.join("") + stageNames(pieces, part, sides), height };
}

/** The words above a bar: its name, then one count per kind, then predictions. */
function sideText(side: BillSide, bar: BillBar, room: number): { lines: string[]; colour: string } {
  const counts = bar.counts.map(({ kind, count }) => `${numberText(count)} ${words[kind]}`);
  const predictions = bar.predictions.map(({ label, count }) => `${label} ${numberText(count)}`);
  const text = [
    counts.length === 0 ? (bar.unavailable === undefined ? "nothing asked" : "") : counts.join(" + "),
    ...(bar.unavailable === undefined ? [] : [`unavailable: ${bar.unavailable}`]),
    ...predictions,
  ].filter((piece) => piece !== "");
  const oneLine = text.join("; ");
  const name = `${side.name}:`;
  const colour = palette[side.role].light;
  if (boldWidth(name) + 6 + textWidth(oneLine) <= room) return { lines: [`${name}\t${oneLine}`], colour };
  return { lines: [name, ...wrappedText(oneLine, room)], colour };
}

function sideLines(lines: readonly string[], colour: string, top: number): string {
  return lines
    .map((text, k) => {
      const y = top - 6 - (lines.length - 1 - k) * lineHeight;
      const [name, rest] = k === 0 ? text.split("\t") : [undefined, text];
      const bold =
        name === undefined
          ? ""
          : svgElement("tspan", { fill: colour, "font-weight": 600 }, escapeText(name)) +
            (rest === undefined ? "" : " ");
      return svgElement(
        "text",
        { x: marginLeft, y, "text-anchor": "start", ...halo },
        bold + escapeText(rest ?? ""),
      );
    })
    .join("");
}

/** Stage names inside the segments that are long enough for them. */
function stageNames(
  pieces: readonly {
    stage: string;
    kind: SegmentKind;
    start: number;
    end: number;
    low: number;
    fill: string;
  }[],
  part: PlotPart,
  sides: readonly BillSide[],
): string {
  const dark = new Set<string>(sides.map(({ role }) => palette[role].light));
  return pieces
    .map(({ stage, start, end, low, fill }) => {
      const [from, to] = [part.x(start), part.x(end)];
      if (textWidth(stage, 11) + 10 > to - from) return "";
      return svgText(stage, {
        x: (from + to) / 2,
        y: low + barHeight / 2 + 4,
        "text-anchor": "middle",
        "font-size": 11,
        fill: dark.has(fill) ? palette.paper.light : palette.ink.light,
      });
    })
    .join("");
}

function colourKey(
  sides: readonly BillSide[],
  bars: readonly (readonly BillBar[])[],
  width: number,
): { content: string; height: number } {
  const items = sides.flatMap(({ role, name }, k) => {
    const kinds = (["coherent", "check", "read"] as const).filter((kind) =>
      bars.some((row) => row[k].segments.some((segment) => segment.kind === kind)),
    );
    return kinds.map((kind) => ({ text: `${name}: ${words[kind]}`, colour: tone(role, kind) }));
  });
  let [x, y] = [marginLeft, 12];
  let content = "";
  for (const { text, colour } of items) {
    const space = 18 + textWidth(text) + 16;
    if (x > marginLeft && x + space > width) [x, y] = [marginLeft, y + lineHeight + 3];
    content += svgElement("rect", { x, y: y - 9, width: 12, height: 12, fill: colour });
    content += svgText(text, { x: x + 18, y: y + 1 });
    x += space;
  }
  return { content, height: items.length === 0 ? 0 : y + 10 };
}

function tone(role: BillSide["role"], kind: SegmentKind): string {
  if (role === "classical") return kind === "check" ? palette.classicalSoft.light : palette.classical.light;
  if (kind === "coherent") return palette.quantum.light;
  return kind === "check" ? palette.quantumSoft.light : palette.quantumPale.light;
}

/** Round values 1, 2 or 5 times a power of ten from 0 up, at most `most` of them beside 0. */
function linearTicks(high: number, most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(high / most));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => high / size <= most) ?? 10 * power;
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, k) => k * step);
}

function described({ factors, sides }: BillByStage, bars: readonly (readonly BillBar[])[]): string {
  return factors
    .flatMap(({ name }, f) =>
      sides.map((side, s) => {
        const counts = bars[f][s].counts.map(({ kind, count }) => `${numberText(count)} ${words[kind]}`);
        return `${name}, ${side.name}: ${counts.length === 0 ? "nothing measured" : counts.join(", ")}.`;
      }),
    )
    .join(" ");
}
