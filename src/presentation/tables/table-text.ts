import { requireTable, type Table, usedColumns } from "./table.ts";

/**
 * Writes a table as aligned text for a terminal: a heading, a line, one line per row. Columns without any content
 * are left out.
 *
 * Errors: RangeError when a row has not one cell per column.
 */
export function tableText(table: Table): string {
  const { columns, rows, caption } = requireTable(table);
  const used = usedColumns(table).map((index) => ({ ...columns[index], index }));
  const widths = used.map(({ heading, index }) =>
    Math.max(length(heading), ...rows.map((row) => length(row.cells[index]))),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, k) => {
        const blank = " ".repeat(widths[k] - length(text));
        return used[k].numeric ? blank + text : text + blank;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("──");
  const body: string[] = [];
  rows.forEach((row, index) => {
    if (row.total && index > 0 && !rows[index - 1].total) body.push(rule);
    body.push(line(used.map((column) => row.cells[column.index])));
  });
  return [
    ...(caption === undefined ? [] : [caption]),
    line(used.map((column) => column.heading)),
    rule,
    ...body,
  ].join("\n");
}

/** The number of characters as people count them. */
function length(text: string): number {
  return [...text].length;
}
