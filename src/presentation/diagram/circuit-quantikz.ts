import type { Circuit } from "../../circuit/circuit.ts";
import { circuitLayout } from "./circuit-layout.ts";
import { type DiagramWords, diagramWords } from "./diagram-words.ts";
import type { FrameLabel } from "./frame-labels.ts";
import { latexText } from "./latex-text.ts";
import type { CircuitLayout, DiagramOptions } from "./layout-types.ts";
import { type LineContents, lineContents } from "./line-contents.ts";
import { classicalMark, quantikzCell } from "./quantikz-cell.ts";

/**
 * Writes a circuit as LaTeX for the TikZ library quantikz2 (Kay, arXiv:1809.03842): one `quantikz` environment, or several
 * where `foldAt` starts new lines.
 *
 * The preamble needs \usepackage{tikz} and \usetikzlibrary{quantikz2}.
 *
 * @example circuitQuantikz(new Circuit(2).h(0).cx(0, 1))
 * // \begin{quantikz}[wire types={q,q}]
 * // \lstick{q0} & \gate{H} & \ctrl{1} & \\
 * // \lstick{q1} &          & \targ{}  &
 * // \end{quantikz}
 */
export function circuitQuantikz(circuit: Circuit, options: DiagramOptions = {}): string {
  const layout = circuitLayout(circuit, options);
  const words = diagramWords(layout, "latex");
  const tables = lineContents(layout, words.frameLabels, layout.lines).map((line) =>
    table(layout, words, line, options),
  );
  return `% \\usepackage{tikz} \\usetikzlibrary{quantikz2}\n${tables.join("\n\n")}\n`;
}

function table(
  layout: CircuitLayout,
  words: DiagramWords,
  contents: LineContents,
  options: DiagramOptions,
): string {
  const { range, cells, labels, isContinued } = contents;
  const places = keptColumns(layout, contents);
  const count = places.size;
  const grid = layout.rows.map(() => new Array<string>(count).fill(""));
  const putAt = (column: number) => (row: number, code: string) => {
    grid[row][places.get(column) as number] += code;
  };
  for (const cell of cells) quantikzCell(cell, words, putAt(cell.column));
  for (const label of labels) putFrame(label, contents, places, putAt);
  if (options.momentNumbers) {
    for (const column of places.keys()) {
      const moment = layout.moments[column];
      if (moment !== undefined) putAt(column)(0, `\\gategroup[1,steps=1,style={draw=none}]{${moment}}`);
    }
  }
  const sticks = layout.rows.map((row) => {
    const state =
      !options.initialStates || isContinued || row.kind === "phase"
        ? ""
        : row.kind === "qubit"
          ? " $\\ket{0}$"
          : " $0$";
    return `\\lstick{${latexText(row.name)}${state}}`;
  });
  const bundles = layout.rows.map((row) =>
    row.kind === "bits" && row.bits.length > 1 && !isContinued ? `\\qwbundle{${row.bits.length}}` : "",
  );
  const hasBundles = bundles.some((code) => code !== "");
  const body = grid.map((line, row) => [sticks[row], ...(hasBundles ? [bundles[row]] : []), ...line, ""]);
  const types = layout.rows.map(({ kind }) => ({ qubit: "q", bits: "c", phase: "n" })[kind]);
  const begin = `\\begin{quantikz}[wire types={${types.join(",")}}]`;
  if (range.from === range.to && layout.rows.length === 0) return `\\begin{quantikz}\n\\end{quantikz}`;
  return `${begin}\n${aligned(body)}\n\\end{quantikz}`;
}

/** The columns that the table has, with their places: moments, sides of frames that bear marks, and a place for empty frames. */
function keptColumns(layout: CircuitLayout, { range, labels }: LineContents): Map<number, number> {
  const kept = new Set<number>();
  for (let column = range.from; column < range.to; column++) {
    if (layout.moments[column] !== undefined) kept.add(column);
  }
  for (const { frame, from, to } of labels) {
    const marks = frame.controls.length + frame.reads.length > 0;
    if (from === frame.from && marks && from >= range.from) kept.add(from);
    const first = Math.max(range.from, from + 1);
    const last = Math.min(range.to, to) - 1;
    let any = false;
    for (let column = first; column <= last && !any; column++) any = kept.has(column);
    if (!any && first < range.to) kept.add(first);
  }
  const sorted = [...kept].sort((a, b) => a - b);
  return new Map(sorted.map((column, place) => [column, place]));
}

function putFrame(
  { frame, from, to, text }: FrameLabel,
  { range }: LineContents,
  places: ReadonlyMap<number, number>,
  putAt: (column: number) => (row: number, code: string) => void,
): void {
  const inside = [...rangeOf(Math.max(range.from, from), Math.min(range.to, to))].filter((column) =>
    places.has(column),
  );
  // The divider belongs to what comes after it only if it holds something.
  const columns =
    inside.length > 0
      ? inside
      : [...rangeOf(range.from, range.to)].filter((column) => places.has(column)).slice(0, 1);
  if (columns.length === 0) return;
  const [first] = columns;
  const words = from < range.from ? `$\\ldots$ ${text}` : text;
  const wires = frame.bottom - frame.top + 1;
  putAt(first)(
    frame.top,
    `\\gategroup[${wires},steps=${columns.length},style={dashed,rounded corners}]{${groupLabel(words)}}`,
  );
  if (from !== frame.from || from < range.from) return;
  for (const { row } of frame.reads) {
    const edge = Math.min(frame.bottom, Math.max(frame.top, row));
    putAt(from)(row, classicalMark(row - edge, "", false));
  }
  for (const { row, value } of frame.controls) {
    const edge = Math.min(frame.bottom, Math.max(frame.top, row));
    const dot = value === 1 ? "ctrl" : "octrl";
    putAt(from)(
      row,
      edge === row ? `\\${value === 1 ? "control" : "ocontrol"}{}` : `\\${dot}{${edge - row}}`,
    );
  }
}

/** Labels of groups are in text mode: the word, then the condition in math mode. */
function groupLabel(text: string): string {
  const [, word, rest] = /^((?:\$\\ldots\$ )?(?:if|while) )(.*)$/s.exec(text) ?? [];
  if (word !== undefined) return `${word}$${rest}$`;
  return text.replace(/^(\$\\ldots\$ )?\\text\{(.*)\}$/s, "$1$2");
}

function* rangeOf(from: number, to: number): Generator<number> {
  for (let column = from; column < to; column++) yield column;
}

/** Rows with their cells below each other. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, k) => rows.reduce((most, row) => Math.max(most, row[k].length), 0));
  return rows
    .map((row, k) => {
      const cells = row.map((code, at) =>
        at === row.length - 1 ? code : code.padEnd(Math.min(60, widths[at])),
      );
      return `${cells.join(" & ").trimEnd()}${k < rows.length - 1 ? " \\\\" : ""}`;
    })
    .join("\n");
}
