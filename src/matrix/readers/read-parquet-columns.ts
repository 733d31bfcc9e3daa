import { LimitError } from "../../errors/limit-error.ts";
import { ParseError } from "../../errors/parse-error.ts";
import type { DenseMatrix } from "../dense-matrix.ts";
import { openParquetTable, type ParquetOptions, type ParquetSource } from "./parquet-table.ts";
import { type ParsedMatrix, resolveOptions } from "./read-options.ts";
import { RowBuffer } from "./row-buffer.ts";

/**
 * Reads columns of a Parquet file as a matrix, one row group after the other, with any of the usual compressions.
 *
 * Booleans become 0 and 1, decimals the nearest float64. Only the wanted columns are read. null and NaN are missing
 * values. hyparquet is loaded when this is called, so that it costs nothing otherwise.
 *
 * Errors: ParseError for a file that is not Parquet or is damaged, a column of text, lists or (unless `dates`) times,
 * an infinite number, an integer beyond ±(2^53 − 1), or a missing value (unless `missing: "skip-row"`), where line and
 * column are the row and the column of the table, from 1; RangeError for options that do not fit; LimitError beyond
 * `maxBytes`, before anything but the metadata is read.
 *
 * @example await readParquetColumns(bytes, { columns: ["delay", "distance"] })
 */
export async function readParquetColumns(
  source: ParquetSource,
  options: ParquetOptions = {},
): Promise<ParsedMatrix<DenseMatrix>> {
  const resolved = resolveOptions(options, "parquet");
  const { name, intercept, maxBytes } = resolved;
  const table = await openParquetTable(source, options, resolved);
  const width = table.columnNames.length + (intercept ? 1 : 0);
  const need = table.rows * width * 8;
  if (need > maxBytes)
    throw new LimitError(name, maxBytes, need, "bytes", "raise maxBytes or keep fewer columns or rows");

  const buffer = new RowBuffer(name, width, maxBytes);
  let skippedRows = 0;
  for (const range of table.ranges) skippedRows += await table.append(range, buffer);
  if (buffer.rows === 0) {
    const got = skippedRows > 0 ? `${skippedRows} rows that all lack a value` : "none";
    const place = { source: name, line: 1, column: 1 };
    throw new ParseError(place, "at least one complete row", got, "choose other columns or rows");
  }
  return {
    matrix: buffer.toMatrix(),
    columnNames: intercept ? ["intercept", ...table.columnNames] : [...table.columnNames],
    skippedRows,
  };
}
