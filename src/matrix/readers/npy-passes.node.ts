import { readNpyHeader } from "./npy-header.ts";
import { npyRows } from "./npy-rows.ts";
import { readAt } from "./open-file.node.ts";
import { resolveOptions } from "./read-options.ts";
import type { NamedOptions, RowPasses, SizedFile } from "./row-passes.node.ts";
import { selectColumns } from "./select-columns.ts";

/** Passes over a `.npy` file: by rows in either storage order, reading the wanted columns alone where they lie one after the other. */
export async function npyPasses(
  { size }: SizedFile,
  head: Uint8Array,
  options: NamedOptions,
): Promise<RowPasses> {
  const { name, blockBytes, signal, onBytes } = options;
  const resolved = resolveOptions(options, "npy");
  const header = readNpyHeader(head, name, size);
  const { rows, columns, fortran, start } = header;
  const fields = selectColumns(name, columns, undefined, resolved.columns);
  const rowBytes = columns * header.size;
  const blockRows = Math.max(1, Math.floor(blockBytes / (8 * columns)));
  return {
    columns: fields.length + (resolved.intercept ? 1 : 0),
    columnNames: undefined,
    inOrder: !fortran,
    async *pass({ handle }, see, left) {
      see(head.subarray(0, start));
      for (let firstRow = 0; firstRow < rows; firstRow += blockRows) {
        signal?.throwIfAborted();
        const height = Math.min(blockRows, rows - firstRow);
        const bytes = new Uint8Array(height * rowBytes);
        if (!fortran) await readAt(handle, bytes, start + firstRow * rowBytes);
        else {
          for (const k of new Set(fields)) {
            const column = bytes.subarray(k * height * header.size, (k + 1) * height * header.size);
            await readAt(handle, column, start + (k * rows + firstRow) * header.size);
          }
        }
        see(bytes);
        onBytes?.(start + (firstRow + height) * rowBytes);
        const block = npyRows({ bytes, header, rows: height, firstRow }, fields, resolved);
        left(height - (block?.rows ?? 0));
        if (block !== undefined) yield block;
      }
    },
  };
}
