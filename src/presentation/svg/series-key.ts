import { dot, type SymbolType } from "@observablehq/plot";
import { palette, type Role, roleColour } from "./palette.ts";
import { fontSize, lineHeight, plotPart } from "./plot-part.ts";
import { svgElement, svgText } from "./svg-elements.ts";
import { boldWidth, textWidth, wrappedText } from "./text-width.ts";

/** What a key says about a series. Counted series are solid with marks, predicted ones dashed. */
export interface KeyedSeries {
  readonly name: string;
  readonly kind: "counted" | "predicted";
  readonly role: Role;
  /** Said after the kind, for example `slope 0.51`. */
  readonly detail?: string;
}

/** The mark of each role: shape says the same as colour. */
export const roleSymbol: Readonly<Record<Role, SymbolType>> = {
  quantum: "circle",
  classical: "square",
  third: "triangle",
  fourth: "diamond",
  muted: "times",
};

/** The line of a prediction. */
export const dashes = "6 4";
/** The line between counts. */
export const countedWidth = 4;
export const countedOpacity = 0.35;

/** From the left edge of a sample to its words. */
const indent = 28;

/** How wide `seriesLabel` is. */
export function labelWidth(one: KeyedSeries): number {
  return indent + Math.max(boldWidth(one.name), textWidth(detailText(one), fontSize - 1));
}

/** A sample of the line, its name, and below how it is known; y is the middle of the name. */
export function seriesLabel(one: KeyedSeries, x: number, y: number): string {
  return (
    sample(one, x, y) +
    svgText(one.name, { x: x + indent, y: y + 4, fill: roleColour(one.role), "font-weight": 600 }) +
    svgText(detailText(one), {
      x: x + indent,
      y: y + 18,
      fill: palette.muted.light,
      "font-size": fontSize - 1,
    })
  );
}

/** The same for all series below each other, wrapped to a width. */
export function seriesKey(
  series: readonly KeyedSeries[],
  width: number,
): { content: string; height: number } {
  let y = 8;
  let content = "";
  for (const one of series) {
    const room = width - indent - 6;
    const names = wrappedText(one.name, room / 1.1);
    content += sample(one, 2, y);
    names.forEach((text, k) => {
      content += svgText(text, {
        x: 2 + indent,
        y: y + 4 + k * lineHeight,
        fill: roleColour(one.role),
        "font-weight": 600,
      });
    });
    const details = wrappedText(detailText(one), room);
    details.forEach((text, k) => {
      content += svgText(text, {
        x: 2 + indent,
        y: y + 4 + (names.length + k) * lineHeight,
        fill: palette.muted.light,
      });
    });
    y += (names.length + details.length) * lineHeight + 6;
  }
  return { content, height: y };
}

function sample({ kind, role }: KeyedSeries, x: number, y: number): string {
  const colour = roleColour(role);
  const stroke = { x1: x, x2: x + 22, y1: y, y2: y, stroke: colour };
  if (kind === "predicted") {
    return svgElement("line", { ...stroke, "stroke-width": 1.75, "stroke-dasharray": dashes });
  }
  const mark = plotPart({
    width: 22,
    height: 12,
    axis: null,
    margin: 0,
    x: { domain: [0, 22], range: [0, 22] },
    y: { domain: [0, 12], range: [0, 12] },
    marks: [
      dot([[11, 6]], {
        fill: colour,
        stroke: palette.paper.light,
        strokeWidth: 1,
        r: 4,
        symbol: roleSymbol[role],
      }),
    ],
  });
  return (
    svgElement("line", { ...stroke, "stroke-width": countedWidth, "stroke-opacity": countedOpacity }) +
    svgElement("g", { transform: `translate(${x},${y - 6})` }, mark.content)
  );
}

function detailText({ kind, detail }: KeyedSeries): string {
  return detail === undefined ? kind : `${kind}, ${detail}`;
}
