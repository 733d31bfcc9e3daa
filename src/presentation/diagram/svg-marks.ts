import { palette } from "../svg/palette.ts";
import { svgElement } from "../svg/svg-elements.ts";
import { sizes } from "./svg-measures.ts";

/** A control: a dot for 1, a ring for 0. */
export function svgDot(x: number, y: number, value: 0 | 1, colour: string): string {
  if (value === 1) return svgElement("circle", { cx: x, cy: y, r: sizes.dot, fill: colour });
  return svgElement("circle", {
    cx: x,
    cy: y,
    r: sizes.dot,
    fill: palette.paper.light,
    stroke: colour,
    "stroke-width": 1.5,
  });
}

/** A classical connection: two lines from one height to another. */
export function doubleLine(x: number, from: number, to: number): string {
  return svgElement("path", {
    d: `M${x - 1.75},${from}V${to}M${x + 1.75},${from}V${to}`,
    fill: "none",
    stroke: palette.classical.light,
    "stroke-width": 1.25,
  });
}
