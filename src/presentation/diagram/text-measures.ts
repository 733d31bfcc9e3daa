import { boxExtent } from "./box-extent.ts";
import { boxPorts } from "./box-ports.ts";
import { diagramWords } from "./diagram-words.ts";
import { type FrameLabel, widenForLabels } from "./frame-labels.ts";
import type { CircuitLayout, DiagramOptions, LayoutCell, LayoutRead } from "./layout-types.ts";
import { cutText, textColumns } from "./text-canvas.ts";
import { asciiSigns, type TextSigns, unicodeSigns } from "./text-signs.ts";
import { cutWireName } from "./wire-name.ts";

/** What is known before a circuit is folded: names, labels and the width of every column. */
export interface TextMeasures {
  readonly signs: TextSigns;
  readonly widths: readonly number[];
  readonly labels: readonly FrameLabel[];
  /** What stands before each wire on the first line, and on the others. */
  readonly starts: readonly { readonly first: string; readonly later: string }[];
  /** Cells for columns in a line, with one cell of wire after each. */
  readonly room: number;
  readonly momentNumbers: boolean;
  /** The lines of a label; more than one only in boxes that have room for them. */
  readonly write: (cell: LayoutCell) => readonly string[];
  readonly note: (cell: LayoutCell, read: LayoutRead) => string;
}

/** Measures a layout for text of a width. */
export function textMeasures(
  layout: CircuitLayout,
  options: DiagramOptions,
  ascii: boolean,
  width: number,
): TextMeasures {
  const signs = ascii ? asciiSigns : unicodeSigns;
  const words = diagramWords(layout, ascii ? "ascii" : "unicode");
  const starts = wireStarts(layout, options, signs, words.plain);
  const room = width - textColumns(starts[0].first) - 2;
  const mostLabel = Math.max(4, Math.min(40, room - 12));
  const cut = (text: string) => cutText(text, mostLabel, signs.ellipsis);
  const write = (cell: LayoutCell) => {
    const { name, detail } = words.label(cell);
    const label = detail === "" ? name : `${name}(${detail})`;
    const most = Math.min(longLabel, mostLabel);
    if (textColumns(label) <= most || !hasRoomForLines(cell)) return [cut(label)];
    const lines = wrappedWords(label, most);
    const shown = lines.length <= 3 ? lines : [...lines.slice(0, 2), lines.slice(2).join(" ")];
    return shown.map((line) => cutText(line, most, signs.ellipsis));
  };
  const note = (cell: LayoutCell, read: LayoutRead) => cut(words.note(cell, read));
  const labels = words.frameLabels.map((label) => ({
    ...label,
    text: cutText(label.text, Math.max(4, room - 6), signs.ellipsis),
  }));
  const widths = new Array<number>(layout.columns).fill(1);
  const raise = (column: number, least: number) => {
    widths[column] = Math.max(widths[column], least);
  };
  for (const cell of layout.cells) {
    raise(cell.column, cellWidth(cell, write(cell), signs));
    for (const read of cell.reads) raise(cell.column, textColumns(note(cell, read)));
  }
  if (options.momentNumbers) {
    layout.moments.forEach((moment, column) => {
      if (moment !== undefined) raise(column, String(moment).length);
    });
  }
  // The widths of columns come with one cell of wire after each.
  const spaced = widths.map((own) => own + 1);
  widenForLabels(spaced, labels, ({ text }) => textColumns(text) + 5, true);
  return {
    signs,
    widths: spaced.map((own) => Math.min(own - 1, Math.max(1, room - 1))),
    labels,
    starts,
    room,
    momentNumbers: options.momentNumbers ?? false,
    write,
    note,
  };
}

function wireStarts(
  { rows }: CircuitLayout,
  { initialStates = false }: DiagramOptions,
  signs: TextSigns,
  plain: (text: string) => string,
): { first: string; later: string }[] {
  const short = (text: string) => textColumns(text) <= 14;
  const names = rows.map((row) => `${cutWireName(plain(row.name), signs.ellipsis, short)}: `);
  const widest = Math.max(...names.map(textColumns));
  const states = rows.map(({ kind }) =>
    !initialStates || kind === "phase" ? "" : kind === "qubit" ? plain("|0⟩") : "0",
  );
  const sizes = rows.map((row) =>
    row.kind === "bits" && row.bits.length > 1 ? `${signs.classical}/${row.bits.length}` : "",
  );
  const wires = rows.map(({ kind }) => ({ qubit: signs.quantum, bits: signs.classical, phase: " " })[kind]);
  const longest = Math.max(...states.map((state, k) => textColumns(state) + textColumns(sizes[k])));
  return rows.map(({ kind }, k) => {
    const name = " ".repeat(widest - textColumns(names[k])) + names[k];
    const shown = states[k] + sizes[k];
    return {
      first: name + shown + wires[k].repeat(longest - textColumns(shown) + 1),
      later: `${name}${kind === "phase" ? " " : signs.continued}`,
    };
  });
}

/** How many cells the symbol of a cell is wide. */
export function cellWidth(cell: LayoutCell, lines: readonly string[], signs: TextSigns): number {
  const label = Math.max(...lines.map(textColumns));
  switch (cell.symbol) {
    case "box":
    case "reset":
    case "assign":
      return label + 4 + portWidth(cell);
    case "measure":
      return 3;
    case "globalPhase":
    case "phase":
      return label;
    case "not":
      return textColumns(signs.not);
    default:
      return 1;
  }
}

/** How many cells the names at the left side of a box are wide. */
export function portWidth(cell: LayoutCell): number {
  return Math.max(0, ...[...boxPorts(cell).values()].map((port) => port.length));
}

/** Labels longer than this are broken into lines where the box has room. */
const longLabel = 22;

/** Whether a box spans several wires and none passes through it. */
function hasRoomForLines(cell: LayoutCell): boolean {
  const extent = boxExtent(cell);
  return extent !== undefined && extent[1] > extent[0] && extent[1] - extent[0] + 1 === cell.rows.length;
}

function wrappedWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    if (lines.length > 0 && textColumns(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
