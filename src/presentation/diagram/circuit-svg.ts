import type { Circuit } from "../../circuit/circuit.ts";
import { figureFrame } from "../svg/figure-frame.ts";
import { naturalSize } from "../svg/natural-size.ts";
import { palette } from "../svg/palette.ts";
import { requireWidth } from "../svg/require-width.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import { type FigureTheme, themedFigure } from "../svg/themed-figure.ts";
import { circuitLayout } from "./circuit-layout.ts";
import { foldLines } from "./fold-columns.ts";
import type { DiagramOptions } from "./layout-types.ts";
import { lineContents } from "./line-contents.ts";
import { counted, operationWords } from "./operation-words.ts";
import { drawSvgLine } from "./svg-line.ts";
import { svgMeasures } from "./svg-measures.ts";

/** How a circuit is drawn as a figure. */
export interface CircuitSvgOptions extends DiagramOptions {
  /** The most that the drawing may be wide, in SVG units, 240 to 4000; a short circuit is narrower. Default 760. */
  readonly width?: number;
  /** Colours: for a light page that may replace them, for a dark one, or as the reader's system says. Default `light`. */
  readonly theme?: FigureTheme;
  /** What a screen reader says first. Default: the numbers of steps, qubits and bits. */
  readonly title?: string;
  /** What a screen reader says next. Default: the circuit in words, its first steps one by one. */
  readonly description?: string;
}

/** Between two lines of a folded drawing. */
const lineGap = 26;

/**
 * Draws a circuit as an SVG figure: moments from left to right, folded at a width, dotted wires where it goes on.
 *
 * The same circuit and options give the same bytes. Each operation is a group of its own whose title says what it is.
 *
 * Errors: RangeError for a width outside 240 to 4000 and for an unknown theme.
 *
 * @example circuitSvg(new Circuit(2).h(0).cx(0, 1), { theme: "auto" }) // "<svg …"
 */
export function circuitSvg(circuit: Circuit, options: CircuitSvgOptions = {}): string {
  const { width = 760, theme = "light" } = options;
  requireWidth("circuitSvg", width);
  const layout = circuitLayout(circuit, options);
  const words = operationWords(circuit);
  const measures = svgMeasures(layout, options, width);
  const lines = foldLines(layout, (column) => measures.widths[column], measures.room);
  let height = 6;
  let widest = 0;
  const parts = lineContents(layout, measures.labels, lines).map((contents, k) => {
    const line = drawSvgLine(layout, measures, contents, words.operation);
    if (k > 0) height += lineGap;
    const part = { x: 0, y: height, content: line.content };
    height += line.height;
    widest = Math.max(widest, line.width);
    return part;
  });
  if (layout.rows.length === 0) {
    const text = "a circuit without wires";
    parts.push({ x: 0, y: 0, content: svgText(text, { x: 10, y: 20, fill: palette.muted.light }) });
    [widest, height] = [160, 26];
  }
  const bits = circuit.bits === 0 ? "" : ` and ${counted(circuit.bits, "bit")}`;
  const svg = figureFrame({
    name: "circuit",
    width: Math.min(width, widest),
    height: height + 6,
    title:
      options.title ??
      `Circuit of ${counted(circuit.length, "step")} on ${counted(circuit.qubits, "qubit")}${bits}`,
    description: options.description ?? words.circuit,
    parts: [
      {
        x: 0,
        y: 0,
        content: parts
          .map(({ y, content }) => svgElement("g", { transform: `translate(0,${y})` }, content))
          .join(""),
      },
    ],
  });
  return themedFigure(naturalSize(svg), theme);
}
