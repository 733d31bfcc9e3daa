import type { Table } from "../../presentation/index.ts";

/** A table of the library as a table of the page; it scrolls by itself where it is wide. */
export function DataTable({ table, label }: { readonly table: Table; readonly label?: string }) {
  const { columns, rows, caption } = table;
  const numeric = (k: number) => (columns[k].numeric ? "number" : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="scroll" tabIndex={0} aria-label={label ?? caption ?? columns[0].heading}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ heading }, k) => (
              <th key={heading} scope="col" class={numeric(k)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, total }, row) => (
            <tr key={row} class={total ? "total" : undefined}>
              {cells.map((cell, k) =>
                k === 0 ? (
                  <th key={k} scope="row" class={numeric(k)}>
                    {cell}
                  </th>
                ) : (
                  <td key={k} class={numeric(k)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
