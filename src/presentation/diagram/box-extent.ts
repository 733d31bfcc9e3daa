import type { LayoutCell } from "./layout-types.ts";

/** The first and the last row of the box of a cell; nothing for cells without one. */
export function boxExtent(cell: LayoutCell): readonly [top: number, bottom: number] | undefined {
  switch (cell.symbol) {
    case "box":
    case "reset":
    case "measure": {
      let [top, bottom] = [cell.rows[0], cell.rows[0]];
      for (const row of cell.rows) {
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
      }
      return [top, bottom];
    }
    case "assign":
      return [cell.reads[0].row, cell.reads[0].row];
    default:
      return undefined;
  }
}
