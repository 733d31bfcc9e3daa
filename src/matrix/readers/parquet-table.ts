import type { AsyncBuffer, FileMetaData } from "hyparquet";
import { ParseError } from "../../errors/parse-error.ts";
import { millisecondParsers, type ParquetColumn, requireNumberColumns } from "./parquet-columns.ts";
import type { ReadOptions, ResolvedOptions } from "./read-options.ts";
import type { RowBuffer } from "./row-buffer.ts";
import { selectColumns } from "./select-columns.ts";

/** The bytes of a Parquet file, or something that hands out stretches of them. */
export type ParquetSource = Uint8Array | ArrayBuffer | ByteSource;

/** A file whose bytes are handed out from `start` up to, not including, `end` (default: to the end). */
export interface ByteSource {
  readonly byteLength: number;
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>;
}

/** Options for Parquet files. */
export interface ParquetOptions extends ReadOptions {
  /** Dates and times: refuse them (default) or read them as milliseconds since 1970 (UTC). */
  readonly dates?: "error" | "milliseconds" | undefined;
  /** The first row to read, from 0. Default 0. */
  readonly rowStart?: number | undefined;
  /** The row before which to stop. Default: all rows. */
  readonly rowEnd?: number | undefined;
}

/** The wanted columns of a Parquet file, to be read row group by row group. */
export interface ParquetTable {
  /** One name per wanted column, without a column of ones. */
  readonly columnNames: readonly string[];
  /** Rows in the wanted range. */
  readonly rows: number;
  /** The stretches of rows that are read at once, about a row group each. */
  readonly ranges: readonly RowRange[];
  /** Appends the rows of a stretch; resolves to how many of them lack a value and were left out. */
  append(range: RowRange, buffer: RowBuffer): Promise<number>;
}

/** Rows from `rowStart` up to, not including, `rowEnd`. */
export interface RowRange {
  readonly rowStart: number;
  readonly rowEnd: number;
}

/**
 * Reads the metadata of a Parquet file and checks that the wanted columns can be read as numbers.
 *
 * Errors: those of `readParquetColumns` that the metadata tell.
 */
export async function openParquetTable(
  source: ParquetSource,
  options: ParquetOptions,
  resolved: ResolvedOptions,
): Promise<ParquetTable> {
  const { name } = resolved;
  const { dates = "error" } = options;
  if (dates !== "error" && dates !== "milliseconds") {
    throw new RangeError(
      `${name}: expected dates to be "error" or "milliseconds", got ${JSON.stringify(dates)}; leave it out to refuse times.`,
    );
  }
  const { parquetMetadataAsync, parquetScan, parquetSchema } = await import("hyparquet");
  const file = asyncBuffer(source, name);
  const metadata = await requireParquet(file, name, () => parquetMetadataAsync(file));
  const schema = parquetSchema(metadata).children;
  const names = schema.map(({ element }) => element.name);
  const chosen = selectColumns(name, schema.length, names, resolved.columns);
  const columns = requireNumberColumns(name, schema, chosen, dates);
  const [rowStart, rowEnd] = requireRange(name, options, metadata);
  const { compressors } = await import("hyparquet-compressors");
  const unique = [...new Set(columns.map((column) => column.name))];
  const scan = await requireParquet(file, name, () =>
    parquetScan({
      file,
      metadata,
      columns: unique,
      rowStart,
      rowEnd,
      compressors,
      parsers: millisecondParsers,
    }),
  );
  return {
    columnNames: columns.map((column) => column.name),
    rows: rowEnd - rowStart,
    ranges: scan.ranges,
    async append(range, buffer) {
      const values = new Map<string, ArrayLike<unknown>>();
      for (const column of unique) {
        values.set(column, await requireParquet(file, name, () => scan.readColumn({ column, ...range })));
      }
      return addRows(buffer, columns, values, range, resolved);
    },
  };
}

/** Appends the rows of one row group; returns how many of them lack a value and were left out. */
function addRows(
  buffer: RowBuffer,
  columns: readonly ParquetColumn[],
  values: ReadonlyMap<string, ArrayLike<unknown>>,
  range: { readonly rowStart: number; readonly rowEnd: number },
  { name, intercept, missing }: ResolvedOptions,
): number {
  const arrays = columns.map((column) => values.get(column.name) ?? []);
  const rows = range.rowEnd - range.rowStart;
  const lead = intercept ? 1 : 0;
  let skipped = 0;
  for (let i = 0; i < rows; i++) {
    buffer.room();
    const { block, at } = buffer;
    if (lead === 1) block[at] = 1;
    let complete = true;
    for (let k = 0; k < arrays.length; k++) {
      const raw = arrays[k][i];
      const value = typeof raw === "number" ? raw : toNumber(raw);
      // The difference is 0 for finite numbers only.
      if (value - value !== 0 || (typeof raw === "bigint" && !Number.isSafeInteger(value))) {
        const isMissing = raw === null || raw === undefined || Number.isNaN(raw);
        if (!isMissing || missing !== "skip-row") throw valueError(raw, name, range.rowStart + i, columns[k]);
        complete = false;
      }
      block[at + lead + k] = value;
    }
    if (complete) buffer.at = at + buffer.width;
    else skipped++;
  }
  return skipped;
}

function toNumber(raw: unknown): number {
  return typeof raw === "bigint" || typeof raw === "boolean" ? Number(raw) : Number.NaN;
}

function valueError(raw: unknown, source: string, row: number, column: ParquetColumn): ParseError {
  const place = { source, line: row + 1, column: column.position + 1 };
  const where = `in row ${row + 1} of column ${column.position + 1} ("${column.name}")`;
  if (typeof raw === "bigint")
    return new ParseError(
      place,
      `an integer of at most 2^53 − 1 in size ${where}`,
      `${raw}`,
      "store the column as double if the rounding is meant",
    );
  if (raw === null || raw === undefined || Number.isNaN(raw)) {
    const remedy = 'fill it in, or pass missing: "skip-row" to leave such rows out';
    return new ParseError(place, `a number ${where}`, Number.isNaN(raw) ? "NaN" : "null", remedy);
  }
  return new ParseError(place, `a finite number ${where}`, String(raw), "correct or remove the row");
}

function requireRange(name: string, options: ParquetOptions, metadata: FileMetaData): [number, number] {
  const rows = Number(metadata.num_rows);
  const { rowStart = 0, rowEnd = rows } = options;
  if (!Number.isSafeInteger(rowStart) || rowStart < 0 || !Number.isSafeInteger(rowEnd) || rowEnd < rowStart) {
    throw new RangeError(
      `${name}: expected whole numbers 0 ≤ rowStart ≤ rowEnd, got ${rowStart} and ${rowEnd}; rows count from 0.`,
    );
  }
  return [Math.min(rowStart, rows), Math.min(rowEnd, rows)];
}

/** Runs a step of hyparquet, whose errors about the file become ParseErrors. */
async function requireParquet<T>(file: AsyncBuffer, name: string, step: () => Promise<T>): Promise<T> {
  try {
    if (file.byteLength < 12) throw new Error(`only ${file.byteLength} bytes`);
    return await step();
  } catch (error) {
    // A failing read of the medium, which has a code in words, is no fault of the contents; nor is an abort.
    if (!(error instanceof Error) || error.name === "AbortError") throw error;
    if ("code" in error && typeof error.code === "string") throw error;
    throw new ParseError(
      { source: name, line: 1, column: 1 },
      "a sound Parquet file",
      error.message,
      "write the file again",
    );
  }
}

function asyncBuffer(source: ParquetSource, name: string): AsyncBuffer {
  if (source instanceof ArrayBuffer) return source;
  if (source instanceof Uint8Array) {
    const { buffer, byteOffset, byteLength } = source;
    return {
      byteLength,
      // Not source.slice: that of Node's Buffer is a view of all memory around it.
      slice: (start: number, end = byteLength) =>
        buffer.slice(byteOffset + start, byteOffset + end) as ArrayBuffer,
    };
  }
  if (typeof source === "object" && source !== null && typeof source.slice === "function") return source;
  throw new TypeError(
    `${name}: expected the bytes of a file, got ${typeof source}; pass a Uint8Array, an ArrayBuffer or { byteLength, slice }.`,
  );
}
