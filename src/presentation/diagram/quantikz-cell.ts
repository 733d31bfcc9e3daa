import { boxExtent } from "./box-extent.ts";
import { boxPorts } from "./box-ports.ts";
import type { DiagramWords } from "./diagram-words.ts";
import type { LayoutCell } from "./layout-types.ts";

/** Writes one operation into a column of a quantikz table: `put` adds code to the cell of a row. */
export function quantikzCell(
  cell: LayoutCell,
  words: DiagramWords,
  put: (row: number, code: string) => void,
): void {
  const { symbol, rows, controls } = cell;
  const { name, detail } = words.label(cell);
  const label = detail === "" ? name : `${name}(${detail})`;
  switch (symbol) {
    case "barrier":
      putBarrier(rows, put);
      return;
    case "globalPhase":
      put(rows[0], `\\push{${label}}`);
      return;
    case "measure":
      putMeasure(cell, words, put);
      return;
    case "not":
      put(rows[0], "\\targ{}");
      break;
    case "swap": {
      const [first, second] = rows;
      put(first, `\\swap{${second - first}}`);
      put(second, "\\targX{}");
      break;
    }
    case "dots":
    case "phase":
      putDots(cell, symbol === "phase" ? label : undefined, put);
      putReads(cell, words, put);
      return;
    default:
      putBox(cell, label, put);
  }
  for (const { row, value } of controls) {
    const target = nearest(row, boxExtent(cell) ?? [rows[0], rows[0]]);
    if (target !== row) put(row, `\\${value === 1 ? "ctrl" : "octrl"}{${target - row}}`);
  }
  putReads(cell, words, put);
}

function putBox(cell: LayoutCell, label: string, put: (row: number, code: string) => void): void {
  const [top, bottom] = boxExtent(cell) ?? [0, 0];
  const ports = boxPorts(cell);
  const dots = new Map(cell.controls.map(({ row, value }) => [row, value]));
  const own = new Set(cell.symbol === "assign" ? [top] : cell.rows);
  const passes = bottom - top + 1 > own.size;
  const count = bottom - top + 1;
  const options = [
    ...(count > 1 ? [String(count)] : []),
    // A wire that passes through is drawn below the gate, which must not hide it, and beside the label.
    ...(passes ? ["style={fill=none}", "label style={yshift=0.2cm}"] : []),
  ];
  // quantikz does not widen a gate for the names at its inputs.
  const least =
    ports.size === 0 ? "" : `[${(1.2 + 0.16 * label.replace(/\\[a-z]+|[{}]/g, "").length).toFixed(1)}cm]`;
  const given = options.length === 0 && least === "" ? "" : `[${options.join(",")}]`;
  put(top, `\\gate${given}${least}{${label}}`);
  for (let row = top; row <= bottom; row++) {
    const dot = dots.get(row);
    if (ports.has(row)) put(row, `\\gateinput{$${portCode(ports.get(row) as string)}$}`);
    else if (dot !== undefined) put(row, `\\gateinput{$${dot === 1 ? "\\bullet" : "\\circ"}$}`);
    else if (!own.has(row)) put(row, "\\linethrough");
  }
}

function portCode(port: string): string {
  return port.replace(/^([xz])(\d+)$/, "$1_{$2}");
}

/** Dots that stand for nothing but themselves: all point at one of them, which bears the phase if there is one. */
function putDots(
  cell: LayoutCell,
  label: string | undefined,
  put: (row: number, code: string) => void,
): void {
  const dots = [...cell.rows.map((row) => ({ row, value: 1 as const })), ...cell.controls];
  const last = dots.find(({ value }) => value === 1) ?? dots[0];
  for (const { row, value } of dots) {
    if (row !== last.row) put(row, `\\${value === 1 ? "ctrl" : "octrl"}{${last.row - row}}`);
  }
  if (label !== undefined) put(last.row, phaseCode(label, last.value === 0));
  else put(last.row, last.value === 1 ? "\\control{}" : "\\ocontrol{}");
}

function putMeasure(cell: LayoutCell, words: DiagramWords, put: (row: number, code: string) => void): void {
  const [row] = cell.rows;
  const [read] = cell.reads;
  const note = words.note(cell, read);
  const label = note === "" ? "" : `["${note}"{right,pos=0.8}]`;
  put(row, `\\meter{}\\wire[d][${read.row - row}]${label}{c}`);
}

/** Marks on classical wires, with a classical line up to the operation. */
function putReads(cell: LayoutCell, words: DiagramWords, put: (row: number, code: string) => void): void {
  let lowest = cell.symbol === "assign" ? cell.reads[0].row : 0;
  for (const row of cell.rows) lowest = Math.max(lowest, row);
  for (const { row } of cell.controls) lowest = Math.max(lowest, row);
  const test = cell.condition?.condition;
  const open = test?.kind === "equals" && test.bits.length === 1 && test.value === 0;
  cell.reads.forEach((read, k) => {
    if (cell.symbol === "assign" && k === 0) return;
    put(read.row, classicalMark(read.row - lowest, words.note(cell, read), open));
  });
}

/** A dot on a classical wire, with a classical line up (or down, if negative) so many rows. */
export function classicalMark(up: number, note: string, open: boolean): string {
  const dot = note === "" ? (open ? "\\ocontrol{}" : "\\control{}") : phaseCode(note, open);
  if (up === 0) return dot;
  return `${dot}\\wire[${up > 0 ? "u" : "d"}][${Math.abs(up)}]{c}`;
}

/** A dot with words that begin to its right: in the middle above it, lines from other wires would cross them. */
function phaseCode(label: string, open: boolean): string {
  return `\\phase[${open ? "style={fill=white,draw=black}," : ""}label style={anchor=west}]{${label}}`;
}

function putBarrier(rows: readonly number[], put: (row: number, code: string) => void): void {
  const sorted = [...rows].sort((a, b) => a - b);
  for (let k = 0; k < sorted.length; ) {
    let last = k;
    while (sorted[last + 1] === sorted[last] + 1) last++;
    // A line needs two wires; on one wire, dots stand for it.
    put(sorted[k], last === k ? "\\push{\\vdots}" : `\\wire[d][${last - k}][dashed]{q}`);
    k = last + 1;
  }
}

/** The row of a range that is nearest to a row. */
function nearest(row: number, [top, bottom]: readonly [number, number]): number {
  return Math.min(bottom, Math.max(top, row));
}
