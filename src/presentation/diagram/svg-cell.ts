import { palette } from "../svg/palette.ts";
import { svgElement, svgText } from "../svg/svg-elements.ts";
import { boxExtent } from "./box-extent.ts";
import { boxPorts } from "./box-ports.ts";
import type { LayoutCell, LayoutRead } from "./layout-types.ts";
import { doubleLine, svgDot } from "./svg-marks.ts";
import {
  phaseLabel,
  portWidth,
  type SvgLabel,
  type SvgMeasures,
  sizes,
  symbolWidth,
} from "./svg-measures.ts";

const { quantum, quantumPale, classical, muted, ink, paper, shade } = palette;

/** Draws one operation around x, given the height of each row. */
export function drawSvgCell(cell: LayoutCell, x: number, rows: Float64Array, measures: SvgMeasures): string {
  const label = measures.label(cell);
  if (cell.symbol === "barrier") return barrier(cell, x, rows);
  if (cell.symbol === "globalPhase") {
    return svgText(label.lines[0], { x, y: rows[cell.rows[0]] + 4, "text-anchor": "middle" });
  }
  return (
    reads(cell, x, rows, measures) +
    connection(cell, x, rows) +
    symbol(cell, label, x, rows) +
    cell.controls.map(({ row, value }) => svgDot(x, rows[row], value, quantum.light)).join("")
  );
}

/** The line between the parts of a symbol, and to its controls. */
function connection(cell: LayoutCell, x: number, rows: Float64Array): string {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of cell.rows) [first, last] = [Math.min(first, row), Math.max(last, row)];
  for (const { row } of cell.controls) [first, last] = [Math.min(first, row), Math.max(last, row)];
  if (!(first < last)) return "";
  return svgElement("path", {
    d: `M${x},${rows[first]}V${rows[last]}`,
    stroke: quantum.light,
    "stroke-width": 1.5,
  });
}

function symbol(cell: LayoutCell, label: SvgLabel, x: number, rows: Float64Array): string {
  switch (cell.symbol) {
    case "not": {
      const y = rows[cell.rows[0]];
      const r = sizes.target;
      return (
        svgElement("circle", {
          cx: x,
          cy: y,
          r,
          fill: paper.light,
          stroke: quantum.light,
          "stroke-width": 1.5,
        }) +
        svgElement("path", {
          d: `M${x - r},${y}h${2 * r}M${x},${y - r}v${2 * r}`,
          stroke: quantum.light,
          "stroke-width": 1.5,
        })
      );
    }
    case "swap": {
      const c = sizes.cross;
      const d = cell.rows.map((row) => {
        const y = rows[row];
        return `M${x - c},${y - c}L${x + c},${y + c}M${x - c},${y + c}L${x + c},${y - c}`;
      });
      return svgElement("path", { d: d.join(""), stroke: quantum.light, "stroke-width": 1.75 });
    }
    case "dots":
      return cell.rows.map((row) => svgDot(x, rows[row], 1, quantum.light)).join("");
    case "phase": {
      const dots = cell.rows.map((row) => svgDot(x, rows[row], 1, quantum.light)).join("");
      let top = Math.min(...cell.rows);
      for (const { row } of cell.controls) top = Math.min(top, row);
      const text = phaseLabel(label.lines[0], label.detail);
      return (
        dots + svgText(text, { x, y: rows[top] - 9, "text-anchor": "middle", "font-size": sizes.detailFont })
      );
    }
    case "measure":
      return meter(x, rows[cell.rows[0]]);
    default:
      return box(cell, label, x, rows);
  }
}

function box(cell: LayoutCell, label: SvgLabel, x: number, rows: Float64Array): string {
  const [top, bottom] = boxExtent(cell) ?? [0, 0];
  const width = symbolWidth(cell, label);
  const [y0, y1] = [rows[top] - sizes.half, rows[bottom] + sizes.half];
  const isGate = cell.operation.kind === "gate";
  const isClassical = cell.symbol === "assign";
  const plain = isClassical || cell.symbol === "reset";
  let drawn = svgElement("rect", {
    x: x - width / 2,
    y: y0,
    width,
    height: y1 - y0,
    rx: 2.5,
    fill: plain ? paper.light : isGate ? quantumPale.light : shade.light,
    stroke: isClassical
      ? classical.light
      : isGate
        ? quantum.light
        : cell.symbol === "reset"
          ? muted.light
          : ink.light,
    "stroke-width": 1.25,
  });
  const own = new Set(isClassical ? [top] : cell.rows);
  const dotted = new Set(cell.controls.map(({ row }) => row));
  const busy: number[] = [];
  let through = "";
  for (let row = top; row <= bottom; row++) {
    if (own.has(row)) continue;
    through += `M${x - width / 2},${rows[row]}h${width}`;
    busy.push(rows[row]);
  }
  if (through !== "") drawn += svgElement("path", { d: through, stroke: muted.light, "stroke-width": 1.25 });
  for (const [row, port] of boxPorts(cell)) {
    if (dotted.has(row)) continue;
    drawn += svgText(port, {
      x: x - width / 2 + 4,
      y: rows[row] + 3.5,
      "font-size": sizes.detailFont,
      fill: muted.light,
    });
  }
  return drawn + boxLabel(label, x + (portWidth(cell) > 0 ? 1 : 0), labelHeight(y0, y1, busy));
}

/** The middle of a box, or of its largest part where a wire that passes through lies there. */
function labelHeight(y0: number, y1: number, busy: readonly number[]): number {
  const middle = (y0 + y1) / 2;
  if (busy.every((y) => Math.abs(y - middle) > 16)) return middle;
  const edges = [y0, ...busy, y1];
  let best = 0;
  for (let k = 1; k < edges.length - 1; k++) {
    if (edges[k + 1] - edges[k] > edges[best + 1] - edges[best] + 0.5) best = k;
  }
  return (edges[best] + edges[best + 1]) / 2;
}

function boxLabel({ lines, detail }: SvgLabel, x: number, y: number): string {
  const text = (words: string, at: number, size: number) =>
    svgText(words, { x, y: at, "text-anchor": "middle", "font-size": size });
  const first = y + 4.75 - (lines.length - 1) * 8 - (detail === "" ? 0 : 6.25);
  const names = lines.map((line, k) => text(line, first + k * 16, sizes.nameFont)).join("");
  return detail === "" ? names : names + text(detail, first + lines.length * 16 - 3.5, sizes.detailFont);
}

function meter(x: number, y: number): string {
  const half = sizes.half;
  return (
    svgElement("rect", {
      x: x - half,
      y: y - half,
      width: 2 * half,
      height: 2 * half,
      rx: 2.5,
      fill: paper.light,
      stroke: classical.light,
      "stroke-width": 1.25,
    }) +
    svgElement("path", {
      d: `M${x - 10},${y + 7}A10,10 0 0 1 ${x + 10},${y + 7}M${x},${y + 7}L${x + 7.5},${y - 8}`,
      fill: "none",
      stroke: classical.light,
      "stroke-width": 1.5,
      "stroke-linecap": "round",
    })
  );
}

function barrier(cell: LayoutCell, x: number, rows: Float64Array): string {
  const on = new Set(cell.rows);
  let d = "";
  for (let row = cell.top; row <= cell.bottom; row++) {
    if (!on.has(row)) continue;
    const from = rows[row] - (on.has(row - 1) ? 0 : sizes.half);
    const to = on.has(row + 1) ? rows[row + 1] : rows[row] + sizes.half;
    d += `M${x},${from}V${to}`;
  }
  return svgElement("path", { d, stroke: muted.light, "stroke-width": 2, "stroke-dasharray": "5 3" });
}

/** Double lines to the classical registers that an operation reads or writes, with their marks and notes. */
function reads(cell: LayoutCell, x: number, rows: Float64Array, { note }: SvgMeasures): string {
  let lowest = Number.NEGATIVE_INFINITY;
  for (const row of cell.rows) lowest = Math.max(lowest, row);
  for (const { row } of cell.controls) lowest = Math.max(lowest, row);
  const from = cell.symbol === "assign" ? cell.reads[0].row : lowest;
  return cell.reads
    .map((read, k) => {
      if (cell.symbol === "assign" && k === 0) return "";
      const y = rows[read.row];
      const isMeasured = cell.operation.kind === "measure";
      const line = doubleLine(x, rows[from], isMeasured ? y - 8 : y);
      const text = svgText(note(cell, read), {
        x,
        y: y + 16,
        "text-anchor": "middle",
        "font-size": sizes.noteFont,
        fill: classical.light,
      });
      return line + readMark(cell, read, x, y) + (note(cell, read) === "" ? "" : text);
    })
    .join("");
}

function readMark(cell: LayoutCell, _read: LayoutRead, x: number, y: number): string {
  if (cell.operation.kind === "measure") {
    return svgElement("path", { d: `M${x - 5},${y - 9}h10l-5,8z`, fill: classical.light });
  }
  const test = cell.condition?.condition;
  if (test?.kind === "equals" && test.bits.length === 1)
    return svgDot(x, y, test.value === 1 ? 1 : 0, classical.light);
  return svgElement("rect", { x: x - 4, y: y - 4, width: 8, height: 8, fill: classical.light });
}
