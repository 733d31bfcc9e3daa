import { escapeText } from "../format/escape-text.ts";
import { requireTable, type Table, usedColumns } from "./table.ts";

/**
 * Writes a table as an HTML `<table>`; all text is escaped. The first column heads its row; columns without any
 * content are left out.
 *
 * Errors: RangeError when a row has not one cell per column.
 */
export function tableHtml(table: Table): string {
  const { columns, rows, caption } = requireTable(table);
  const used = usedColumns(table);
  // Texts beyond this length may be broken into lines; all others stay on one.
  const mark = (index: number, text: string) =>
    columns[index].numeric ? ' class="number"' : text.length > 40 ? ' class="long"' : "";
  const head = used
    .map(
      (index) =>
        `<th scope="col"${mark(index, columns[index].heading)}>${escapeText(columns[index].heading)}</th>`,
    )
    .join("");
  const body = rows.map((row) => {
    const cells = used.map((index) => {
      const element = index === used[0] ? ["th", ' scope="row"'] : ["td", ""];
      return `<${element[0]}${element[1]}${mark(index, row.cells[index])}>${escapeText(row.cells[index])}</${element[0]}>`;
    });
    return `<tr${row.total ? ' class="total"' : ""}>${cells.join("")}</tr>`;
  });
  return [
    "<table>",
    ...(caption === undefined ? [] : [`<caption>${escapeText(caption)}</caption>`]),
    `<thead><tr>${head}</tr></thead>`,
    "<tbody>",
    ...body,
    "</tbody>",
    "</table>",
  ].join("\n");
}
