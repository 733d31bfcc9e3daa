import { boxExtent } from "./box-extent.ts";
import { boxPorts } from "./box-ports.ts";
import type { FrameLabel } from "./frame-labels.ts";
import type { CircuitLayout, LayoutCell } from "./layout-types.ts";
import { hidesPhaseRow, type LineContents } from "./line-contents.ts";
import { cutText, TextCanvas, textColumns } from "./text-canvas.ts";
import { cellWidth, portWidth, type TextMeasures } from "./text-measures.ts";
import type { TextSigns } from "./text-signs.ts";

/** One line of a folded drawing. */
export class DrawnLine {
  readonly #layout: CircuitLayout;
  readonly #at: TextMeasures;
  readonly #contents: LineContents;
  /** The line of text of each wire. */
  readonly #middle: number[] = [];
  readonly #height: number;

  constructor(layout: CircuitLayout, measures: TextMeasures, contents: LineContents) {
    this.#layout = layout;
    this.#at = measures;
    this.#contents = contents;
    this.#height = this.#placeRows();
  }

  /** Gives each wire its line of text, with as many lines between as boxes, notes and frames need. */
  #placeRows(): number {
    const count = this.#layout.rows.length;
    const above = new Uint8Array(count);
    const below = new Uint8Array(count);
    for (const cell of this.#contents.cells) {
      const box = boxExtent(cell);
      if (box !== undefined) above[box[0]] = below[box[1]] = 1;
      if (cell.symbol === "phase") above[cell.top] = 1;
      for (const read of cell.reads) if (this.#at.note(cell, read) !== "") below[read.row] = 1;
    }
    const framesAbove = new Int32Array(count);
    const framesBelow = new Int32Array(count);
    for (const { frame } of this.#contents.labels) {
      framesAbove[frame.top] = Math.max(framesAbove[frame.top], frame.above + 1);
      framesBelow[frame.bottom] = Math.max(framesBelow[frame.bottom], frame.below + 1);
    }
    const hidden = hidesPhaseRow(this.#layout, this.#contents);
    let y = this.#at.momentNumbers ? 1 : 0;
    for (let row = 0; row < count; row++) {
      if (hidden && row === 0) {
        // Above the drawing, where nothing is shown.
        this.#middle.push(-1);
        continue;
      }
      const between = framesAbove[row] + above[row];
      y += between;
      if (row > 0 && this.#middle[row - 1] >= 0 && y - this.#middle[row - 1] < 2) y++;
      this.#middle.push(y);
      y += 1 + below[row] + framesBelow[row];
    }
    this.#frameTop = this.#middle.map((middle, row) => middle - above[row]);
    this.#frameBottom = this.#middle.map((middle, row) => middle + below[row]);
    return y;
  }

  #frameTop: number[] = [];
  #frameBottom: number[] = [];

  toString(): string {
    const { isContinued, goesOn } = this.#contents;
    const { signs, starts, widths, momentNumbers } = this.#at;
    const { from, to } = this.#contents.range;
    const centres = new Map<number, number>();
    const start = textColumns(isContinued ? starts[0].later : starts[0].first);
    let x = start;
    for (let column = from; column < to; column++) {
      centres.set(column, x + Math.floor((widths[column] - 1) / 2));
      x += widths[column] + 1;
    }
    const width = x + (goesOn ? 1 : 0);
    const canvas = new TextCanvas(width, this.#height);
    this.#layout.rows.forEach(({ kind }, row) => {
      const y = this.#middle[row];
      canvas.write(0, y, isContinued ? starts[row].later : starts[row].first);
      const wire = { qubit: signs.quantum, bits: signs.classical, phase: " " }[kind];
      for (let k = start; k < x; k++) canvas.put(k, y, wire);
      if (goesOn && kind !== "phase") canvas.put(x, y, signs.goesOn);
    });
    if (momentNumbers) {
      for (const [column, centre] of centres) {
        const moment = this.#layout.moments[column];
        if (moment !== undefined) canvas.writeAround(centre, 0, String(moment));
      }
    }
    for (const label of this.#contents.labels) this.#drawFrame(canvas, label, centres, start, x - 1);
    for (const cell of this.#contents.cells) this.#drawCell(canvas, cell, centres.get(cell.column) as number);
    return canvas.toString();
  }

  #drawFrame(
    canvas: TextCanvas,
    { frame, from, to, text }: FrameLabel,
    centres: ReadonlyMap<number, number>,
    start: number,
    end: number,
  ): void {
    const { signs } = this.#at;
    const [topLeft, line, topRight, side, bottomLeft, bottomRight] = signs.frame;
    const top = this.#frameTop[frame.top] - 1 - frame.above;
    const bottom = this.#frameBottom[frame.bottom] + 1 + frame.below;
    const [left, right] = [centres.get(from), centres.get(to)];
    for (let x = left ?? start; x <= (right ?? end); x++) {
      canvas.put(x, top, line);
      canvas.put(x, bottom, line);
    }
    const wires = new Set(
      this.#middle.filter(
        (_, row) => row >= frame.top && row <= frame.bottom && this.#layout.rows[row].kind !== "phase",
      ),
    );
    const drawSide = (x: number, corners: readonly [string, string]) => {
      for (let y = top + 1; y < bottom; y++) if (!wires.has(y)) canvas.put(x, y, side);
      canvas.put(x, top, corners[0]);
      canvas.put(x, bottom, corners[1]);
    };
    const isFirst = from === frame.from;
    const isLast = to === frame.to;
    if (left !== undefined) drawSide(left, isFirst ? [topLeft, bottomLeft] : [line, line]);
    if (right !== undefined) drawSide(right, isLast ? [topRight, bottomRight] : [line, line]);
    const shown = left === undefined ? `${signs.ellipsis}${text}` : text;
    const room = (right ?? end) - (left ?? start) - 4;
    if (room > 0) canvas.write((left ?? start) + 2, top, ` ${cutText(shown, room, signs.ellipsis)} `);
    if (!isFirst || left === undefined) return;
    for (const { row, value } of frame.controls) {
      this.#joinFrame(canvas, left, row, top, bottom, signs.vertical);
      canvas.put(left, this.#middle[row], value === 1 ? signs.control : signs.open);
    }
    for (const { row } of frame.reads) {
      this.#joinFrame(canvas, left, row, top, bottom, signs.double);
      canvas.put(left, this.#middle[row], signs.read);
    }
  }

  #joinFrame(canvas: TextCanvas, x: number, row: number, top: number, bottom: number, sign: string): void {
    const y = this.#middle[row];
    if (y > bottom) this.#vertical(canvas, x, bottom + 1, y - 1, sign);
    if (y < top) this.#vertical(canvas, x, y + 1, top - 1, sign);
  }

  #drawCell(canvas: TextCanvas, cell: LayoutCell, x: number): void {
    const { signs } = this.#at;
    const lines = this.#at.write(cell);
    const y = (row: number) => this.#middle[row];
    const quantum = [...cell.rows, ...cell.controls.map(({ row }) => row)];
    const [first, last] = [Math.min(...quantum), Math.max(...quantum)];
    if (cell.symbol === "barrier") {
      for (const row of cell.rows) {
        canvas.put(x, y(row), signs.barrier);
        if (cell.rows.includes(row + 1))
          for (let k = y(row) + 1; k < y(row + 1); k++) canvas.put(x, k, signs.barrier);
      }
      return;
    }
    if (cell.symbol === "globalPhase") {
      canvas.writeAround(x, y(cell.rows[0]), lines[0]);
      return;
    }
    if (quantum.length > 0) this.#vertical(canvas, x, y(first) + 1, y(last) - 1, signs.vertical);
    const lowest = quantum.length > 0 ? last : cell.reads[0].row;
    this.#drawReads(canvas, cell, x, lowest);
    switch (cell.symbol) {
      case "not":
        canvas.writeAround(x, y(cell.rows[0]), signs.not);
        break;
      case "swap":
        for (const row of cell.rows) canvas.put(x, y(row), signs.swap);
        break;
      case "dots":
        for (const row of cell.rows) canvas.put(x, y(row), signs.control);
        break;
      case "phase":
        for (const row of cell.rows) canvas.put(x, y(row), signs.control);
        canvas.writeAround(x, y(first) - 1, lines[0]);
        break;
      default:
        this.#drawBox(canvas, cell, lines, x);
    }
    for (const { row, value } of cell.controls)
      canvas.put(x, y(row), value === 1 ? signs.control : signs.open);
  }

  /** Double lines down to the classical rows of a cell, with their marks and notes. */
  #drawReads(canvas: TextCanvas, cell: LayoutCell, x: number, lowest: number): void {
    const { signs, note } = this.#at;
    cell.reads.forEach((read, k) => {
      if (cell.symbol === "assign" && k === 0) return;
      const y = this.#middle[read.row];
      const [from, to] = [Math.min(y, this.#middle[lowest]), Math.max(y, this.#middle[lowest])];
      this.#vertical(canvas, x, from + 1, to - 1, signs.double);
    });
    cell.reads.forEach((read, k) => {
      if (cell.symbol === "assign" && k === 0) return;
      const y = this.#middle[read.row];
      canvas.put(x, y, cell.operation.kind === "measure" ? signs.written : readSign(cell, signs));
      const text = note(cell, read);
      if (text !== "") canvas.writeAround(x, y + 1, text);
    });
  }

  #drawBox(canvas: TextCanvas, cell: LayoutCell, lines: readonly string[], x: number): void {
    const { signs } = this.#at;
    const [topLeft, line, topRight, leftSide, rightSide, bottomLeft, bottomRight] = signs.box;
    const [top, bottom] = boxExtent(cell) ?? [0, 0];
    const [y0, y1] = [this.#middle[top] - 1, this.#middle[bottom] + 1];
    const ports = boxPorts(cell);
    const wide = cellWidth(cell, lines, signs);
    const x0 = x - Math.floor((wide - 1) / 2);
    const x1 = x0 + wide - 1;
    for (let y = y0; y <= y1; y++) for (let k = x0; k <= x1; k++) canvas.put(k, y, " ");
    for (let k = x0 + 1; k < x1; k++) {
      canvas.put(k, y0, line);
      canvas.put(k, y1, line);
    }
    for (let y = y0 + 1; y < y1; y++) {
      canvas.put(x0, y, leftSide);
      canvas.put(x1, y, rightSide);
    }
    canvas.put(x0, y0, topLeft);
    canvas.put(x1, y0, topRight);
    canvas.put(x0, y1, bottomLeft);
    canvas.put(x1, y1, bottomRight);
    this.#drawJoins(canvas, cell, x, [top, bottom]);
    const own = new Set(cell.symbol === "assign" ? [top] : cell.rows);
    for (let row = top; row <= bottom; row++) {
      const y = this.#middle[row];
      if (own.has(row)) {
        const sides = this.#layout.rows[row].kind === "bits" ? signs.classicalSides : signs.sides;
        if (this.#layout.rows[row].kind === "phase") continue;
        canvas.put(x0, y, sides[0]);
        canvas.put(x1, y, sides[1]);
        canvas.write(x0 + 1, y, ports.get(row) ?? "");
      } else {
        for (let k = x0 + 1; k < x1; k++) canvas.put(k, y, signs.quantum);
        canvas.put(x0, y, signs.through);
        canvas.put(x1, y, signs.through);
      }
    }
    let middle = Math.floor((this.#middle[top] + this.#middle[bottom]) / 2);
    // A wire that passes through keeps its line free; there is always a line between two wires.
    const passing = this.#middle.indexOf(middle);
    if (passing >= 0 && !own.has(passing)) middle--;
    if (cell.symbol === "measure") {
      canvas.write(x0 + 1, middle, "M");
      return;
    }
    const inner = wide - 4 - portWidth(cell);
    lines.forEach((line, k) => {
      const indent = Math.floor((inner - textColumns(line)) / 2);
      canvas.write(x0 + 2 + portWidth(cell) + indent, middle - Math.floor((lines.length - 1) / 2) + k, line);
    });
  }

  #drawJoins(
    canvas: TextCanvas,
    cell: LayoutCell,
    x: number,
    [top, bottom]: readonly [number, number],
  ): void {
    const { joins } = this.#at.signs;
    const [y0, y1] = [this.#middle[top] - 1, this.#middle[bottom] + 1];
    if (cell.controls.some(({ row }) => row < top)) canvas.put(x, y0, joins.above);
    const below = cell.controls.some(({ row }) => row > bottom);
    if (below) canvas.put(x, y1, joins.below);
    const others = cell.symbol === "assign" ? cell.reads.slice(1) : cell.reads;
    if (!below && others.some(({ row }) => row > bottom)) canvas.put(x, y1, joins.doubleBelow);
    if (others.some(({ row }) => row < top)) canvas.put(x, y0, joins.doubleAbove);
  }

  #vertical(canvas: TextCanvas, x: number, from: number, to: number, sign: string): void {
    const { crossings } = this.#at.signs;
    for (let y = from; y <= to; y++) canvas.put(x, y, crossings[sign + canvas.at(x, y)] ?? sign);
  }
}

/** A condition on one bit shows a dot for 1 and a ring for 0, as controls do; others a square. */
function readSign({ condition }: LayoutCell, signs: TextSigns): string {
  const test = condition?.condition;
  if (test?.kind !== "equals" || test.bits.length !== 1) return signs.read;
  return test.value === 1 ? signs.control : signs.open;
}
