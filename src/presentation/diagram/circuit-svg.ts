import type { Circuit } from "../../circuit/circuit.ts";
import { figureFrame } from "../svg/figure-frame.ts";
import { naturalSize } from "../svg/natural-size.ts";
import { palette } from "../svg/palette.ts";
import { requireWidth } from "../svg/require-width.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import { type FigureTheme, themedFigure } from "../svg/themed-figure.ts";
import { circuitLayout } from "./circuit-layout.ts";
import { foldLines } from "./fold-columns.ts";
import type { CircuitLayout, DiagramOptions } from "./layout-types.ts";
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

/** One line of a folded drawing: which columns it holds, and where they and the wires are in SVG units. */
export interface DrawnGridLine {
  readonly from: number;
  /** The column after the last. */
  readonly to: number;
  /** The middle of each column of the line. */
  readonly x: readonly number[];
  readonly widths: readonly number[];
  /** The height of each row of the layout. */
  readonly y: readonly number[];
}

/** A circuit as a figure, with the grid that it is drawn on: for editors that let a pointer or a cursor move over it. */
export interface CircuitDrawing {
  readonly svg: string;
  readonly layout: CircuitLayout;
  readonly lines: readonly DrawnGridLine[];
  readonly width: number;
  readonly height: number;
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
  return circuitDrawing(circuit, options).svg;
}

/**
 * Draws a circuit as {@link circuitSvg} does and says where its columns and wires are.
 *
 * Errors: as `circuitSvg`.
 *
 * @example circuitDrawing(new Circuit(2).h(0).cx(0, 1)).lines[0].x.length // 2
 */
export function circuitDrawing(circuit: Circuit, options: CircuitSvgOptions = {}): CircuitDrawing {
  const { width = 760, theme = "light" } = options;
  requireWidth("circuitSvg", width);
  const layout = circuitLayout(circuit, options);
  const words = operationWords(circuit);
  const measures = svgMeasures(layout, options, width);
  const lines = foldLines(layout, (column) => measures.widths[column], measures.room);
  let height = 6;
  let widest = 0;
  const grid: DrawnGridLine[] = [];
  const parts = lineContents(layout, measures.labels, lines).map((contents, k) => {
    const line = drawSvgLine(layout, measures, contents, words.operation);
    if (k > 0) height += lineGap;
    const part = { x: 0, y: height, content: line.content };
    const { from, to } = contents.range;
    const y = Array.from(line.rows, (row) => row + part.y);
    grid.push({ from, to, x: Array.from(line.centres), widths: measures.widths.slice(from, to), y });
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
  const size = { width: Math.min(width, widest), height: height + 6 };
  const svg = figureFrame({
    name: "circuit",
    ...size,
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
  return { svg: themedFigure(naturalSize(svg), theme), layout, lines: grid, ...size };
}
