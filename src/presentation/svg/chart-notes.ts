import { palette } from "./palette.ts";
import { lineHeight } from "./plot-part.ts";
import { halo, svgElement, svgText } from "./svg-elements.ts";
import { textWidth, wrappedText } from "./text-width.ts";

/** The inside of a chart, in SVG units. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words above a shaded range: where they start, and the lines. */
export interface RegionNote {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly lines: readonly string[];
}

/**
 * Lays out the words of shaded ranges above a chart, where no data are. Each may use the space up to the next range;
 * places are SVG units.
 */
export function regionNotes(
  regions: readonly { readonly from: number; readonly to: number; readonly label: string }[],
  right: number,
): RegionNote[] {
  const sorted = [...regions].sort((a, b) => a.from - b.from);
  return sorted.map(({ from, to, label }, index) => {
    const room = Math.max(84, (sorted[index + 1]?.from ?? right) - from - 12);
    const lines = wrappedText(label, Math.min(room, Math.max(to - from, 210)));
    const widest = Math.max(...lines.map((line) => textWidth(line)));
    return { from, to, x: Math.min(from, right - widest), lines };
  });
}

/** Draws the words of `regionNotes` so that the last line stands right above the chart, over a bracket. */
export function drawnRegionNotes(notes: readonly RegionNote[], top: number): string {
  return notes
    .map(({ from, to, x, lines }) => {
      const bracket = svgElement("path", {
        d: `M${from},${top}v-5H${to}v5`,
        fill: "none",
        stroke: palette.muted.light,
      });
      return bracket + noteLines(lines, x, top - 10 - (lines.length - 1) * lineHeight, "start");
    })
    .join("");
}

/** Draws the words beside a vertical line at x, at the bottom of the chart on the side with more room. */
export function ruleNote(label: string, x: number, box: Box): string {
  const onRight = x < (box.left + box.right) / 2;
  const lines = wrappedText(label, Math.min(170, (onRight ? box.right - x : x - box.left) - 12));
  const y = box.bottom - 8 - (lines.length - 1) * lineHeight;
  return noteLines(lines, onRight ? x + 6 : x - 6, y, onRight ? "start" : "end");
}

/** Draws muted lines of text with a halo of paper, so that they can be read across a line. */
export function noteLines(
  lines: readonly string[],
  x: number,
  y: number,
  anchor: "start" | "middle" | "end",
): string {
  return lines
    .map((text, k) =>
      svgText(text, {
        x,
        y: y + k * lineHeight,
        "text-anchor": anchor,
        fill: palette.muted.light,
        ...halo,
      }),
    )
    .join("");
}
