import { type PlotOptions, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** What Plot drew, without its `<svg>` element, and where data values lie in it. */
export interface PlotPart {
  readonly content: string;
  readonly width: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** The size of all text in figures, in SVG units. */
export const fontSize = 12;
/** From one line of text to the next. */
export const lineHeight = 15;

/**
 * Draws with Observable Plot in a document of its own, so that no global document is needed or touched.
 *
 * The style sheet that Plot adds is taken out: `figureFrame` sets what is needed as attributes.
 */
export function plotPart(
  options: PlotOptions & { readonly width: number; readonly height: number },
): PlotPart {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = plot({ ...options, document, style: { fontSize: String(fontSize) } });
  svg.querySelector("style")?.remove();
  const scale = (name: "x" | "y") => {
    const found = svg.scale(name);
    return (value: number) => (found === undefined ? Number.NaN : Number(found.apply(value)));
  };
  return {
    content: svg.innerHTML,
    width: options.width,
    height: options.height,
    x: scale("x"),
    y: scale("y"),
  };
}
