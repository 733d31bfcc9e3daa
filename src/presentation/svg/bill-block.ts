import { axisX, gridX, rect, ruleX } from "@observablehq/plot";
import type { Unit } from "../../oracles/ledger-entry.ts";
import { escapeText } from "../format/escape-text.ts";
import { numberText } from "../format/number-text.ts";
import { linearTicks } from "./axis-ticks.ts";
import type { BillBar } from "./bill-segments.ts";
import { segmentInk, segmentTone, segmentWords } from "./bill-tones.ts";
import { palette } from "./palette.ts";
import { fontSize, lineHeight, type PlotPart, plotPart } from "./plot-part.ts";
import { halo, svgElement, svgText } from "./svg-elements.ts";
import { boldWidth, textWidth, wrappedText } from "./text-width.ts";

/** One side's bar in the block of a factor. */
export interface BlockSide {
  readonly name: string;
  readonly role: "quantum" | "classical";
  readonly bar: BillBar;
}

/** What is drawn for one factor: a bar for each side on one axis of counts. */
export interface BillBlock {
  readonly name: string;
  readonly rows?: number;
  readonly sides: readonly BlockSide[];
  readonly unit: Unit;
  readonly width: number;
}

const barHeight = 20;
const marginLeft = 4;
const marginRight = 22;

/** Draws one factor's bars with their words and axis. */
export function billBlock({ name, rows, sides, unit, width }: BillBlock): {
  content: string;
  height: number;
} {
  const bars = sides.map(({ bar }) => bar);
  const texts = sides.map((side) => sideText(side, width - marginLeft - marginRight));
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
  const ticks = linearTicks(high, Math.max(3, Math.floor((width - marginLeft - marginRight) / 80)));
  const pieces = bars.flatMap(({ segments }, k) =>
    segments.map((segment) => ({
      ...segment,
      low: tops[k],
      high: tops[k] + barHeight,
      fill: segmentTone(sides[k].role, segment.kind),
      ink: segmentInk(sides[k].role, segment.kind),
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
  return { content: part.content + head + foot + labels.join("") + stageNames(pieces, part), height };
}

/** The words above a bar: its name, then one count per kind, then predictions. */
function sideText(
  { name: sideName, role, bar }: BlockSide,
  room: number,
): { lines: string[]; colour: string } {
  const counts = bar.counts.map(({ kind, count }) => `${numberText(count)} ${segmentWords[kind]}`);
  const predictions = bar.predictions.map(({ label, count }) => `${label} ${numberText(count)}`);
  const text = [
    counts.length === 0 ? (bar.unavailable === undefined ? "nothing asked" : "") : counts.join(" + "),
    ...(bar.unavailable === undefined ? [] : [`unavailable: ${bar.unavailable}`]),
    ...predictions,
  ].filter((piece) => piece !== "");
  const oneLine = text.join("; ");
  const name = `${sideName}:`;
  const colour = palette[role].light;
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
  pieces: readonly { stage: string; start: number; end: number; low: number; ink: string }[],
  part: PlotPart,
): string {
  return pieces
    .map(({ stage, start, end, low, ink }) => {
      const [from, to] = [part.x(start), part.x(end)];
      if (textWidth(stage, 11) + 10 > to - from) return "";
      return svgText(stage, {
        x: (from + to) / 2,
        y: low + barHeight / 2 + 4,
        "text-anchor": "middle",
        "font-size": 11,
        fill: ink,
      });
    })
    .join("");
}
