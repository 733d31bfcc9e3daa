import type { Operation } from "../../circuit/operation.ts";
import { escapeText } from "../format/escape-text.ts";
import { palette } from "../svg/palette.ts";
import { fontSize } from "../svg/plot-part.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import type { CircuitLayout } from "./layout-types.ts";
import { hidesPhaseRow, type LineContents } from "./line-contents.ts";
import { drawSvgCell } from "./svg-cell.ts";
import { drawSvgFrame, type FrameBounds } from "./svg-frame.ts";
import { type SvgMeasures, sizes } from "./svg-measures.ts";
import { wordsWidth } from "./words-width.ts";

/** One line of a folded drawing. */
export interface SvgLine {
  readonly content: string;
  readonly width: number;
  readonly height: number;
  /** Where each wire of the layout runs, downwards. */
  readonly rows: Float64Array;
  /** The middle of each column of the line, to the right. */
  readonly centres: Float64Array;
}

/** Draws one line of a folded drawing, its upper left corner at the origin. */
export function drawSvgLine(
  layout: CircuitLayout,
  measures: SvgMeasures,
  contents: LineContents,
  words: (operation: Operation) => string,
): SvgLine {
  const { range, cells, labels, isContinued, goesOn } = contents;
  const { rows, height } = placedRows(layout, measures, contents);
  const start = measures.left;
  let x = start + (isContinued ? sizes.dotted : measures.lead);
  const first = x;
  const centres = new Float64Array(range.to - range.from);
  for (let column = range.from; column < range.to; column++) {
    centres[column - range.from] = x + measures.widths[column] / 2;
    x += measures.widths[column];
  }
  const end = x + (goesOn ? 0 : sizes.gap);
  const at = (column: number) => centres[column - range.from];
  const bounds: FrameBounds = { left: isContinued ? start : first, right: goesOn ? end + sizes.dotted : end };
  const frames = labels.map((label) =>
    drawSvgFrame(label, { range, at, rows, bounds, title: words(label.frame.operation) }),
  );
  const drawn = cells.map((cell) => {
    const told = words(cell.condition ?? cell.operation);
    const title = `<title>${escapeText(told)}</title>`;
    return svgElement("g", {}, title + drawSvgCell(cell, at(cell.column), rows, measures));
  });
  const content =
    frames.map(({ back }) => back).join("") +
    wires(layout, rows, { start, first, end, isContinued, goesOn }) +
    wireNames(layout, measures, rows, contents) +
    moments(layout, measures, contents, at) +
    frames.map(({ front }) => front).join("") +
    drawn.join("");
  return { content, width: end + (goesOn ? sizes.dotted : 0) + 8, height, rows, centres };
}

/** Gives each wire its height, with room for frames between. */
function placedRows(
  layout: CircuitLayout,
  measures: SvgMeasures,
  contents: LineContents,
): { rows: Float64Array; height: number } {
  const { cells, labels } = contents;
  const hidden = hidesPhaseRow(layout, contents);
  const count = layout.rows.length;
  const above = new Float64Array(count);
  const below = new Float64Array(count);
  const noted = new Uint8Array(count);
  for (const { frame } of labels) {
    above[frame.top] = Math.max(above[frame.top], (frame.above + 1) * sizes.frameAbove);
    below[frame.bottom] = Math.max(below[frame.bottom], (frame.below + 1) * sizes.frameBelow);
  }
  for (const cell of cells) {
    for (const read of cell.reads) if (measures.note(cell, read) !== "") noted[read.row] = 1;
  }
  const rows = new Float64Array(count);
  let y = sizes.half + 4 + (measures.momentNumbers ? 14 : 0);
  for (let row = hidden ? 1 : 0; row < count; row++) {
    y += above[row];
    rows[row] = y;
    // Notes below the last wire need more room than a box; between wires the pitch has it.
    y += below[row] + (row < count - 1 ? sizes.pitch : Math.max(sizes.half + 2, noted[row] === 1 ? 20 : 0));
  }
  return { rows, height: y };
}

interface Ends {
  readonly start: number;
  readonly first: number;
  readonly end: number;
  readonly isContinued: boolean;
  readonly goesOn: boolean;
}

function wires(layout: CircuitLayout, rows: Float64Array, ends: Ends): string {
  const { start, first, end, isContinued, goesOn } = ends;
  const from = isContinued ? first : start;
  let [quantum, classical, dotted, dottedClassical] = ["", "", "", ""];
  layout.rows.forEach(({ kind }, row) => {
    if (kind === "phase") return;
    const lines = kind === "qubit" ? [rows[row]] : [rows[row] - 1.75, rows[row] + 1.75];
    for (const y of lines) {
      const solid = `M${from},${y}H${end}`;
      const ahead = isContinued ? `M${start},${y}H${first}` : "";
      const after = goesOn ? `M${end},${y}H${end + sizes.dotted}` : "";
      if (kind === "qubit") {
        quantum += solid;
        dotted += ahead + after;
      } else {
        classical += solid;
        dottedClassical += ahead + after;
      }
    }
  });
  const path = (d: string, stroke: string, dashes?: string) =>
    d === ""
      ? ""
      : svgElement("path", { d, fill: "none", stroke, "stroke-width": 1.25, "stroke-dasharray": dashes });
  return (
    path(quantum, palette.muted.light) +
    path(classical, palette.classical.light) +
    path(dotted, palette.muted.light, "1.5 3") +
    path(dottedClassical, palette.classical.light, "1.5 3")
  );
}

function wireNames(
  layout: CircuitLayout,
  { names, states, left, lead }: SvgMeasures,
  rows: Float64Array,
  contents: LineContents,
): string {
  const { isContinued } = contents;
  const hidden = hidesPhaseRow(layout, contents);
  const stateWidth = Math.max(0, ...states.map((state) => wordsWidth(state, fontSize)));
  const right = left - 8 - (stateWidth > 0 ? stateWidth + 6 : 0);
  return layout.rows
    .map((row, k) => {
      if (hidden && k === 0) return "";
      const y = rows[k] + 4;
      const fill =
        row.kind === "qubit"
          ? undefined
          : row.kind === "bits"
            ? palette.classical.light
            : palette.muted.light;
      let text = svgText(names[k], { x: right, y, "text-anchor": "end", fill });
      if (isContinued) return text;
      if (states[k] !== "") {
        text += svgText(states[k], { x: left - 5, y, "text-anchor": "end", fill: palette.muted.light });
      }
      if (row.kind === "bits" && row.bits.length > 1) {
        const x = left + lead / 2 - 2;
        text += svgElement("path", {
          d: `M${x - 3},${rows[k] + 6}L${x + 3},${rows[k] - 6}`,
          stroke: palette.classical.light,
        });
        text += svgText(String(row.bits.length), {
          x: x + 4,
          y: rows[k] - 6,
          "font-size": sizes.noteFont,
          fill: palette.classical.light,
        });
      }
      return text;
    })
    .join("");
}

function moments(
  layout: CircuitLayout,
  { momentNumbers }: SvgMeasures,
  { range }: LineContents,
  at: (column: number) => number,
): string {
  if (!momentNumbers) return "";
  let numbers = "";
  for (let column = range.from; column < range.to; column++) {
    const moment = layout.moments[column];
    if (moment === undefined) continue;
    numbers += svgText(String(moment), { x: at(column), y: 9, "text-anchor": "middle" });
  }
  return svgElement("g", { fill: palette.muted.light, "font-size": sizes.noteFont }, numbers);
}
