import type { ColumnRange } from "./fold-columns.ts";
import type { FrameLabel } from "./frame-labels.ts";
import type { CircuitLayout, LayoutCell } from "./layout-types.ts";

/** What one line of a folded drawing shows. */
export interface LineContents {
  readonly range: ColumnRange;
  readonly cells: readonly LayoutCell[];
  /** Labels of frames, or parts of them, that reach into the line. */
  readonly labels: readonly FrameLabel[];
  readonly isContinued: boolean;
  readonly goesOn: boolean;
}

/** Deals the cells and frames of a layout out to its lines. */
export function lineContents(
  layout: CircuitLayout,
  labels: readonly FrameLabel[],
  lines: readonly ColumnRange[],
): LineContents[] {
  const lineOf = new Int32Array(layout.columns);
  lines.forEach(({ from, to }, k) => {
    lineOf.fill(k, from, to);
  });
  const cells = lines.map((): LayoutCell[] => []);
  for (const cell of layout.cells) cells[lineOf[cell.column]].push(cell);
  const parts = lines.map((): FrameLabel[] => []);
  for (const label of labels) {
    for (let k = lineOf[label.from]; k <= lineOf[label.to]; k++) parts[k].push(label);
  }
  return lines.map((range, k) => ({
    range,
    cells: cells[k],
    labels: parts[k],
    isContinued: k > 0,
    goesOn: k < lines.length - 1,
  }));
}

/** Whether the row for phases of no qubit is empty in a line, and need not be shown. */
export function hidesPhaseRow(layout: CircuitLayout, { cells, labels }: LineContents): boolean {
  return (
    layout.rows.length > 1 &&
    layout.rows[0].kind === "phase" &&
    cells.every(({ top }) => top > 0) &&
    labels.every(({ frame }) => frame.top > 0)
  );
}
