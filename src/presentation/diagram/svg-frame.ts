import { escapeText } from "../format/escape-text.ts";
import { palette } from "../svg/palette.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import type { ColumnRange } from "./fold-columns.ts";
import type { FrameLabel } from "./frame-labels.ts";
import { doubleLine, svgDot } from "./svg-marks.ts";
import { sizes } from "./svg-measures.ts";
import { wordsWidth } from "./words-width.ts";

/** Where frames end that go on in another line. */
export interface FrameBounds {
  readonly left: number;
  readonly right: number;
}

interface Place {
  readonly range: ColumnRange;
  readonly at: (column: number) => number;
  readonly rows: Float64Array;
  readonly bounds: FrameBounds;
  readonly title: string;
}

/** Draws a frame, or the part of it that its label stands over: what lies behind the wires, and what before them. */
export function drawSvgFrame(label: FrameLabel, place: Place): { back: string; front: string } {
  const { frame } = label;
  const { range, at, rows, bounds } = place;
  const isBox = frame.operation.kind === "box";
  const colour = isBox ? palette.muted.light : palette.classical.light;
  const top = rows[frame.top] - sizes.half - 2 - (frame.above + 1) * sizes.frameAbove + 2;
  const bottom = rows[frame.bottom] + sizes.half - 1 + (frame.below + 1) * sizes.frameBelow;
  const opens = label.from >= range.from;
  const closes = label.to < range.to;
  const left = opens ? at(label.from) : bounds.left;
  const right = closes ? at(label.to) : bounds.right;
  const starts = opens && label.from === frame.from;
  const ends = closes && label.to === frame.to;
  const fill = svgElement("rect", {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: palette.shade.light,
    "fill-opacity": 0.45,
  });
  let outline = `M${left},${top}H${right}M${left},${bottom}H${right}`;
  if (starts) outline += `M${left},${top}V${bottom}`;
  if (ends) outline += `M${right},${top}V${bottom}`;
  const line = svgElement("path", { d: outline, fill: "none", stroke: colour, "stroke-dasharray": "4 3" });
  // What happens else starts at a thinner line.
  const divider =
    opens && !starts
      ? svgElement("path", { d: `M${left},${top}V${bottom}`, stroke: colour, "stroke-dasharray": "1.5 3" })
      : "";
  const room = right - left - 12;
  const shown = opens ? label.text : `… ${label.text}`;
  const text = svgText(cut(shown, room), {
    x: left + 7,
    y: top + 13,
    "font-size": sizes.frameFont,
    fill: colour,
  });
  const back = fill + line + divider + (room > 14 ? text : "");
  if (!starts) return { back, front: "" };
  let marks = "";
  for (const { row } of frame.reads) {
    const y = rows[row];
    if (y > bottom) marks += doubleLine(left, bottom, y);
    if (y < top) marks += doubleLine(left, y, top);
    marks += svgElement("rect", {
      x: left - 4,
      y: y - 4,
      width: 8,
      height: 8,
      fill: palette.classical.light,
    });
  }
  for (const { row, value } of frame.controls) {
    const y = rows[row];
    const edge = Math.min(bottom, Math.max(top, y));
    if (edge !== y) {
      marks += svgElement("path", {
        d: `M${left},${edge}V${y}`,
        stroke: palette.quantum.light,
        "stroke-width": 1.5,
      });
    }
    marks += svgDot(left, y, value, palette.quantum.light);
  }
  return { back, front: svgElement("g", {}, `<title>${escapeText(place.title)}</title>${marks}`) };
}

function cut(text: string, room: number): string {
  let shown = text;
  while (shown.length > 1 && wordsWidth(shown, sizes.frameFont) > room)
    shown = `${shown.slice(0, -2).trimEnd()}…`;
  return shown;
}
