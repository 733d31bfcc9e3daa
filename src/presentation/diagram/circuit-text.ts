import type { Circuit } from "../../circuit/circuit.ts";
import { circuitLayout } from "./circuit-layout.ts";
import { DrawnLine } from "./drawn-line.ts";
import { foldLines } from "./fold-columns.ts";
import type { DiagramOptions } from "./layout-types.ts";
import { lineContents } from "./line-contents.ts";
import { textMeasures } from "./text-measures.ts";

/** How a circuit is written as text. */
export interface CircuitTextOptions extends DiagramOptions {
  /** Uses ASCII signs only. Default false. */
  readonly ascii?: boolean;
  /** The most cells in a line, at least 24; Infinity never folds. Default 80. */
  readonly width?: number;
}

/**
 * Draws a circuit with the signs of a terminal: one line a wire, moments from left to right, folded at a width. Folded
 * wires end in » and go on after «.
 *
 * Every line ends in \n. Labels that do not fit are cut with an ellipsis.
 *
 * Errors: RangeError for a width below 24.
 *
 * @example
 * circuitText(new Circuit(2).h(0).cx(0, 1))
 * //      ┌───┐
 * // q0: ─┤ H ├─●─
 * //      └───┘ │
 * // q1: ───────⊕─
 */
export function circuitText(circuit: Circuit, options: CircuitTextOptions = {}): string {
  const { ascii = false, width = 80 } = options;
  if (!(width >= 24)) {
    throw new RangeError(`circuitText: expected a width of at least 24 cells, got ${width}; use 80.`);
  }
  const layout = circuitLayout(circuit, options);
  if (layout.rows.length === 0) return "";
  const measures = textMeasures(layout, options, ascii, width);
  const lines = foldLines(layout, (column) => measures.widths[column] + 1, measures.room);
  const drawn = lineContents(layout, measures.labels, lines).map((contents) =>
    new DrawnLine(layout, measures, contents).toString(),
  );
  return `${drawn.join("\n\n")}\n`;
}
