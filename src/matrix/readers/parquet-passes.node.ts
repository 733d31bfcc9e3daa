import { LimitError } from "../../errors/limit-error.ts";
import { type OpenFile, randomAccess } from "./open-file.node.ts";
import { openParquetTable } from "./parquet-table.ts";
import { resolveOptions } from "./read-options.ts";
import { RowBuffer } from "./row-buffer.ts";
import type { NamedOptions, RowPasses, SizedFile } from "./row-passes.node.ts";

/** Passes over a Parquet file, row group by row group. */
export async function parquetPasses(
  file: SizedFile,
  _: Uint8Array,
  options: NamedOptions,
): Promise<RowPasses> {
  const { name, signal, onBytes } = options;
  const resolved = resolveOptions(options, "parquet");
  const { maxBytes, intercept } = resolved;
  const opened = ({ handle }: OpenFile) =>
    openParquetTable(randomAccess(handle, file.size, signal), options, resolved);
  const { columnNames, ranges } = await opened(file);
  const columns = columnNames.length + (intercept ? 1 : 0);
  const largest = 8 * columns * Math.max(0, ...ranges.map(({ rowStart, rowEnd }) => rowEnd - rowStart));
  if (largest > maxBytes) {
    const remedy = "raise maxBytes, or write the file again in smaller row groups";
    throw new LimitError(`${name}: a row group`, maxBytes, largest, "bytes", remedy);
  }
  return {
    columns,
    columnNames: intercept ? ["intercept", ...columnNames] : columnNames,
    inOrder: false,
    async *pass(again, _see, left) {
      const table = await opened(again);
      for (const range of table.ranges) {
        const buffer = new RowBuffer(name, columns, maxBytes);
        left(await table.append(range, buffer));
        onBytes?.(Math.round((file.size * range.rowEnd) / Math.max(1, table.rows)));
        const block = buffer.take();
        if (block !== undefined) yield block;
      }
    },
  };
}
