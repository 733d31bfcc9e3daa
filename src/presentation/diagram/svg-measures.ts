import { fontSize } from "../svg/plot-part.ts";
import { boxPorts } from "./box-ports.ts";
import { diagramWords } from "./diagram-words.ts";
import { type FrameLabel, widenForLabels } from "./frame-labels.ts";
import type { CircuitLayout, DiagramOptions, LayoutCell, LayoutRead } from "./layout-types.ts";
import type { OperationLabel } from "./operation-label.ts";
import { wordsWidth } from "./words-width.ts";

/** Sizes in SVG units. */
export const sizes = {
  /** From one wire to the next. */
  pitch: 42,
  /** From a wire to the upper and lower side of a box. */
  half: 16,
  leastBox: 32,
  nameFont: 13.5,
  detailFont: 10.5,
  noteFont: 10.5,
  frameFont: 11,
  /** Wire on each side of a symbol. */
  gap: 6,
  /** The column of a frame's side. */
  side: 18,
  dot: 4.5,
  target: 10,
  cross: 6,
  /** How much room the upper line of a frame takes, its label below it included, and the lower line. */
  frameAbove: 19,
  frameBelow: 8,
  /** The dotted ends of folded wires. */
  dotted: 14,
} as const;

/** What is known before a circuit is folded. */
export interface SvgMeasures {
  readonly widths: readonly number[];
  readonly room: number;
  /** Where wires start. */
  readonly left: number;
  /** From there to the first column, where sizes of registers stand. */
  readonly lead: number;
  readonly labels: readonly FrameLabel[];
  readonly names: readonly string[];
  /** The states in which the wires start, or empty. */
  readonly states: readonly string[];
  readonly momentNumbers: boolean;
  readonly label: (cell: LayoutCell) => OperationLabel;
  readonly note: (cell: LayoutCell, read: LayoutRead) => string;
}

/** Measures a layout for a figure of a width. */
export function svgMeasures(layout: CircuitLayout, options: DiagramOptions, width: number): SvgMeasures {
  const words = diagramWords(layout, "unicode");
  const { rows } = layout;
  const names = rows.map((row) => cutToWidth(row.name, Math.min(160, width * 0.3), fontSize));
  const states = rows.map(({ kind }) =>
    !options.initialStates || kind === "phase" ? "" : kind === "qubit" ? "|0⟩" : "0",
  );
  const stateWidth = Math.max(0, ...states.map((state) => wordsWidth(state, fontSize)));
  const left =
    8 +
    Math.max(0, ...names.map((name) => wordsWidth(name, fontSize))) +
    8 +
    (stateWidth > 0 ? stateWidth + 6 : 0);
  const lead = rows.some((row) => row.kind === "bits" && row.bits.length > 1) ? 18 : sizes.gap;
  const room = width - left - Math.max(lead, sizes.dotted) - sizes.dotted - 8;
  const most = room - 2 * sizes.gap - 20;
  const label = (cell: LayoutCell): OperationLabel => {
    const { name, detail } = words.label(cell);
    const limit = Math.min(most, 240) - portWidth(cell) * 2;
    return {
      name: cutToWidth(name, limit, sizes.nameFont),
      detail: cutToWidth(detail, limit, sizes.detailFont),
    };
  };
  const note = (cell: LayoutCell, read: LayoutRead) =>
    cutToWidth(words.note(cell, read), most, sizes.noteFont);
  const labels = words.frameLabels.map((found) => ({
    ...found,
    text: cutToWidth(found.text, room - 30, sizes.frameFont),
  }));
  const widths = new Array<number>(layout.columns).fill(sizes.side);
  const raise = (column: number, least: number) => {
    widths[column] = Math.max(widths[column], Math.ceil(least));
  };
  for (const cell of layout.cells) {
    raise(cell.column, symbolWidth(cell, label(cell)) + 2 * sizes.gap);
    for (const read of cell.reads) raise(cell.column, wordsWidth(note(cell, read), sizes.noteFont) + 6);
  }
  widenForLabels(widths, labels, ({ text }) => wordsWidth(text, sizes.frameFont) + 34, false);
  return {
    widths: widths.map((own) => Math.min(own, room)),
    room,
    left,
    lead,
    labels,
    names,
    states,
    momentNumbers: options.momentNumbers ?? false,
    label,
    note,
  };
}

/** How wide the numbers at the left side of a box are. */
export function portWidth(cell: LayoutCell): number {
  return Math.max(0, ...[...boxPorts(cell).values()].map((port) => wordsWidth(port, sizes.detailFont) + 3));
}

/** How wide the symbol of a cell is. */
export function symbolWidth(cell: LayoutCell, { name, detail }: OperationLabel): number {
  const words = Math.max(wordsWidth(name, sizes.nameFont), wordsWidth(detail, sizes.detailFont));
  switch (cell.symbol) {
    case "box":
    case "reset":
    case "assign":
      return Math.max(sizes.leastBox, words + 14 + 2 * portWidth(cell));
    case "measure":
      return sizes.leastBox;
    case "phase":
      return Math.max(2 * sizes.dot, wordsWidth(phaseLabel(name, detail), sizes.detailFont));
    case "globalPhase":
      return words + 4;
    case "not":
      return 2 * sizes.target;
    default:
      return 12;
  }
}

/** What stands above the dots of a controlled phase. */
export function phaseLabel(name: string, detail: string): string {
  return detail === "" ? name : `${name}(${detail})`;
}

function cutToWidth(text: string, limit: number, size: number): string {
  if (wordsWidth(text, size) <= limit) return text;
  const signs = [...text];
  let kept = 0;
  for (let used = wordsWidth("…", size); kept < signs.length; kept++) {
    used += wordsWidth(signs[kept], size);
    if (used > limit) break;
  }
  return `${signs.slice(0, Math.max(1, kept)).join("").trimEnd()}…`;
}
