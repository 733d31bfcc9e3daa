import { axisX, axisY, dot, gridY, type Markish, rect, ruleY } from "@observablehq/plot";
import { numberText } from "../format/number-text.ts";
import { decadeTicks, linearTicks } from "./axis-ticks.ts";
import { figureFrame } from "./figure-frame.ts";
import { palette, roleColour } from "./palette.ts";
import { fontSize, plotPart } from "./plot-part.ts";
import { requireWidth } from "./require-width.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { textWidth } from "./text-width.ts";

/** The eigenvalues of a sketch against those of the original. */
export interface SpectrumBars {
  /** Eigenvalues of the original, greatest first. */
  readonly before: readonly number[];
  /** Eigenvalues of the sketch, in the same order. */
  readonly after: readonly number[];
  /** Default `original` and `sketch`. */
  readonly names?: readonly [string, string];
  /** `log` shows eigenvalues that span orders of magnitude, as points. Default `linear`, as bars from 0. */
  readonly scale?: "linear" | "log";
  /** Default `eigenvalue of the reduced density`. */
  readonly label?: string;
  readonly title?: string;
  readonly description?: string;
  /** In SVG units, 240 to 4000. Default 760. */
  readonly width?: number;
}

const colours = [palette.muted.light, roleColour("quantum")] as const;

/**
 * Draws two spectra side by side, eigenvalue by eigenvalue: bars from zero, or points on a logarithmic axis.
 *
 * Errors: RangeError for spectra that are empty or of different lengths, for values that are negative or not finite,
 * and for zeros on a logarithmic axis.
 */
export function spectrumBars(data: SpectrumBars): string {
  const { before, after, scale = "linear", width = 760 } = requireSpectra(data);
  const names = data.names ?? (["original", "sketch"] as const);
  const values = [...before, ...after];
  const most = Math.max(...values);
  const least = Math.min(...values);
  const [top, marginBottom, height] = [28, 42, width < 520 ? 260 : 320];
  const ticks =
    scale === "log" ? decadeTicks(least / 1.5, most * 1.5, height - top - marginBottom) : undefined;
  const linear = linearTicks(most * 1.05 || 1, 5);
  const tickTexts = ticks ? ticks.values.map(ticks.text) : linear.map((value) => numberText(value));
  const left = 14 + Math.max(...tickTexts.map((text) => textWidth(text)));
  const count = before.length;
  const every = Math.max(1, Math.ceil((count * 26) / (width - left - 14)));
  const pieces = [before, after].flatMap((spectrum, side) =>
    spectrum.map((value, k) => ({
      value,
      k: k + 1,
      from: k + 0.62 + side * 0.39,
      to: k + 0.99 + side * 0.39,
      side,
    })),
  );
  const marks: Markish[] =
    scale === "log"
      ? [
          // A ring around a point: both stay visible where they agree.
          dot(
            pieces.filter(({ side }) => side === 0),
            { x: "k", y: "value", r: 6, stroke: colours[0], strokeWidth: 1.75 },
          ),
          dot(
            pieces.filter(({ side }) => side === 1),
            { x: "k", y: "value", r: 3, fill: colours[1] },
          ),
        ]
      : [
          rect(pieces, {
            x1: "from",
            x2: "to",
            y1: 0,
            y2: "value",
            fill: ({ side }: { side: number }) => colours[side],
          }),
          ruleY([0], { stroke: palette.muted.light }),
        ];
  const yValues = ticks?.values ?? linear;
  const part = plotPart({
    width,
    height,
    marginLeft: left,
    marginRight: 14,
    marginTop: top,
    marginBottom,
    x: { type: "linear", domain: [0.5, count + 0.5] },
    y: ticks ? { type: "log", domain: [least / 1.5, most * 1.5] } : { domain: [0, most * 1.05 || 1] },
    marks: [
      gridY(yValues, { stroke: palette.rule.light, strokeOpacity: 1 }),
      axisY(yValues, {
        tickFormat: ticks?.text ?? ((value: number) => numberText(value)),
        tickSize: 0,
        label: null,
      }),
      axisX(
        before.map((_, k) => k + 1).filter((k) => (k - 1) % every === 0),
        { tickFormat: (value: number) => String(value), tickSize: 0, label: null },
      ),
      ...marks,
    ],
  });
  const label = `↑ ${data.label ?? "eigenvalue of the reduced density"}`;
  const key = names
    .map((name, side) => {
      const x = side === 0 ? 0 : 20 + textWidth(names[0]) + 18;
      return keyMark(scale, side, x) + svgText(name, { x: x + 18, y: 10 });
    })
    .join("");
  const keyWidth = 38 + 20 + textWidth(names[0]) + textWidth(names[1]);
  const beside = textWidth(label) + keyWidth + 24 < width;
  const words =
    svgText(label, { x: 2, y: 14 }) +
    svgText("number of the eigenvalue →", { x: width - 14, y: height - 6, "text-anchor": "end" });
  return figureFrame({
    name: "spectrum-bars",
    title: data.title ?? `Spectrum: ${names[0]} and ${names[1]}`,
    description: data.description ?? described(before, after, names),
    width,
    height: height + (beside ? 0 : fontSize + 14),
    parts: [
      { x: 0, y: 0, content: part.content + words },
      { x: beside ? width - 14 - keyWidth : 4, y: beside ? 4 : height + 8, content: key },
    ],
  });
}

function keyMark(scale: "linear" | "log", side: number, x: number): string {
  if (scale === "linear") return svgElement("rect", { x, y: 0, width: 12, height: 12, fill: colours[side] });
  return side === 0
    ? svgElement("circle", { cx: x + 6, cy: 6, r: 6, fill: "none", stroke: colours[0], "stroke-width": 1.75 })
    : svgElement("circle", { cx: x + 6, cy: 6, r: 3, fill: colours[1] });
}

function described(
  before: readonly number[],
  after: readonly number[],
  names: readonly [string, string],
): string {
  const list = (values: readonly number[]) =>
    values
      .slice(0, 16)
      .map((value) => numberText(value, { style: "significant" }))
      .join(", ") + (values.length > 16 ? ", …" : "");
  return `${names[0]}: ${list(before)}. ${names[1]}: ${list(after)}.`;
}

function requireSpectra(data: SpectrumBars): SpectrumBars {
  const { before, after, scale = "linear", width = 760 } = data;
  requireWidth("spectrum-bars", width);
  if (before.length === 0 || before.length !== after.length) {
    throw new RangeError(
      `spectrum-bars: expected two spectra of one length ≥ 1, got ${before.length} and ${after.length}; pass both in full.`,
    );
  }
  for (const value of [...before, ...after]) {
    if (!(Number.isFinite(value) && value >= 0) || (scale === "log" && value === 0)) {
      throw new RangeError(
        `spectrum-bars: expected eigenvalues ${scale === "log" ? "> 0 on a logarithmic axis" : "≥ 0"}, got ${value}; leave others out.`,
      );
    }
  }
  return data;
}
