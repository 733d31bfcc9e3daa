import { conditionText } from "./condition-text.ts";
import { type FrameLabel, frameLabels } from "./frame-labels.ts";
import { latexText } from "./latex-text.ts";
import { bitsNamed } from "./layout-rows.ts";
import type { CircuitLayout, LayoutCell, LayoutRead } from "./layout-types.ts";
import { asciiText, type Notation, singleLine } from "./notation.ts";
import { type OperationLabel, operationLabel } from "./operation-label.ts";

/** Every word of a drawing, in one notation. */
export interface DiagramWords {
  /** A name or another text, in signs of the notation. */
  readonly plain: (text: string) => string;
  readonly label: (cell: LayoutCell) => OperationLabel;
  /** What stands at the mark of a cell on a classical register: a place in it, or the value that is asked for. */
  readonly note: (cell: LayoutCell, read: LayoutRead) => string;
  readonly frameLabels: readonly FrameLabel[];
}

/** Finds the words of a layout. */
export function diagramWords(layout: CircuitLayout, notation: Notation): DiagramWords {
  const plain = (text: string) =>
    ({ unicode: text, ascii: asciiText(text), latex: `\\text{${latexText(text)}}` })[notation];
  const rawName = bitsNamed(layout.rows);
  const name = (bits: readonly number[]) => plain(rawName(bits));
  const label = (cell: LayoutCell): OperationLabel => {
    const { operation } = cell;
    if (operation.kind === "assign") {
      const value = conditionText(operation.value, name, notation);
      return { name: `${name([operation.bit])} := ${value}`, detail: "" };
    }
    const found = operationLabel(operation, notation);
    return cell.symbol === "globalPhase" ? { name: found.detail, detail: "" } : found;
  };
  const note = (cell: LayoutCell, read: LayoutRead) => {
    const row = layout.rows[read.row];
    const size = row.kind === "bits" ? row.bits.length : 1;
    const place = size === 1 ? "" : String(read.places[0]);
    if (cell.operation.kind === "measure") return place;
    const condition = cell.condition?.condition;
    if (condition?.kind !== "equals") return "";
    if (condition.bits.length === 1) return place;
    if (read !== cell.reads[cell.reads.length - 1]) return "";
    return rawName(condition.bits) === row.name
      ? `= ${condition.value}`
      : conditionText(condition, name, notation);
  };
  const labels = frameLabels(
    layout.frames,
    ({ operation }) => (operation.kind === "box" ? "" : conditionText(operation.condition, name, notation)),
    ({ operation }) => (operation.kind === "box" ? plain(singleLine(operation.label) || "?") : ""),
  );
  return { plain, label, note, frameLabels: labels };
}
