import { fontSize } from "../svg/plot-part.ts";
import { boxExtent } from "./box-extent.ts";
import { boxPorts } from "./box-ports.ts";
import { diagramWords } from "./diagram-words.ts";
import { type FrameLabel, widenForLabels } from "./frame-labels.ts";
import type { CircuitLayout, DiagramOptions, LayoutCell, LayoutRead } from "./layout-types.ts";
import { cutWireName } from "./wire-name.ts";
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

/** The words in or beside a symbol: a name, in several lines where the box has room, and the angles. */
export interface SvgLabel {
  readonly lines: readonly string[];
  readonly detail: string;
}

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
  readonly label: (cell: LayoutCell) => SvgLabel;
  readonly note: (cell: LayoutCell, read: LayoutRead) => string;
}

/** Measures a layout for a figure of a width. */
export function svgMeasures(layout: CircuitLayout, options: DiagramOptions, width: number): SvgMeasures {
  const words = diagramWords(layout, "unicode");
  const { rows } = layout;
  const short = (text: string) => wordsWidth(text, fontSize) <= Math.min(160, Math.max(54, width * 0.2));
  const names = rows.map((row) => cutWireName(row.name, "…", short));
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
  const label = (cell: LayoutCell): SvgLabel => {
    const { name, detail } = words.label(cell);
    const limit = Math.min(most, 240) - portWidth(cell) * 2;
    const cut = (text: string, size: number) => cutToWidth(text, limit, size);
    return {
      lines: brokenName(cell, name, Math.min(limit, longName)).map((line) => cut(line, sizes.nameFont)),
      detail: cut(detail, sizes.detailFont),
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
  widenForLabels(widths, labels, ({ text }) => wordsWidth(text, sizes.frameFont) + 17, false);
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
export function symbolWidth(cell: LayoutCell, { lines, detail }: SvgLabel): number {
  const words = Math.max(
    ...lines.map((line) => wordsWidth(line, sizes.nameFont)),
    wordsWidth(detail, sizes.detailFont),
  );
  switch (cell.symbol) {
    case "box":
    case "reset":
    case "assign":
      return Math.max(sizes.leastBox, words + 14 + 2 * portWidth(cell));
    case "measure":
      return sizes.leastBox;
    case "phase":
      return Math.max(2 * sizes.dot, wordsWidth(phaseLabel(lines[0], detail), sizes.detailFont));
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

/** Names wider than this are broken into lines where the box has room. */
const longName = 130;

/** Breaks a long name at its spaces, if the box spans several wires: into three lines, or two where a wire passes through. */
function brokenName(cell: LayoutCell, name: string, limit: number): readonly string[] {
  const extent = boxExtent(cell);
  if (extent === undefined || extent[0] === extent[1] || wordsWidth(name, sizes.nameFont) <= limit)
    return [name];
  const most = extent[1] - extent[0] + 1 > cell.rows.length ? 2 : 3;
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    const fits = lines.length > 0 && wordsWidth(longer, sizes.nameFont) <= limit;
    if (fits || lines.length === most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
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
