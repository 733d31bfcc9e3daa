import { LimitError } from "../../errors/limit-error.ts";
import { CsvMatrixBuilder, type CsvOptions } from "./csv-matrix-builder.ts";
import { type MatrixFormat, matrixFormat } from "./matrix-format.ts";
import type { ParquetOptions } from "./parquet-table.ts";
import { parseJsonMatrix } from "./parse-json-matrix.ts";
import { parseMatrixMarket } from "./parse-matrix-market.ts";
import { parseNpyMatrix } from "./parse-npy-matrix.ts";
import type { ParsedMatrix } from "./read-options.ts";
import { readParquetColumns } from "./read-parquet-columns.ts";
import { textDecoder } from "./text-decoder.ts";

/** Options for a matrix in any format; those of the other formats have no effect. */
export interface MatrixOptions extends CsvOptions, ParquetOptions {
  /** The format; found from the bytes and the name when absent. */
  readonly format?: MatrixFormat | undefined;
}

/** The longest text that every engine can hold as one string: V8's limit, the lowest. */
export const longestText = 2 ** 29 - 24;

/**
 * Reads a matrix from the bytes of a file in any format that kronket knows: delimited text, JSON, NumPy, MatrixMarket
 * or Parquet. Text is UTF-8, or UTF-16 with a byte order mark.
 *
 * Errors: those of the format's own reader; TypeError for bytes of another kind; RangeError for an unknown `format`;
 * LimitError for JSON or MatrixMarket text too long for one string.
 *
 * @example (await parseMatrix(new TextEncoder().encode("1,2\n3,4\n"), { name: "a.csv" })).matrix.rows // 2
 */
export async function parseMatrix(bytes: Uint8Array, options: MatrixOptions = {}): Promise<ParsedMatrix> {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(
      `parseMatrix: expected the bytes of a file as a Uint8Array, got ${typeof bytes}; encode text with new TextEncoder().encode(text).`,
    );
  }
  const { name = "matrix" } = options;
  const named = { ...options, name };
  const format = options.format ?? matrixFormat(name, bytes);
  switch (format) {
    case "csv": {
      const builder = new CsvMatrixBuilder(named);
      const decoder = textDecoder(bytes);
      for (let at = 0; at < bytes.length; at += 2 ** 20) {
        builder.push(decoder.decode(bytes.subarray(at, at + 2 ** 20), { stream: true }));
      }
      builder.push(decoder.decode());
      return builder.finish();
    }
    case "json":
      return parseJsonMatrix(wholeText(bytes, name), named);
    case "matrix-market":
      return parseMatrixMarket(wholeText(bytes, name), named);
    case "npy":
      return parseNpyMatrix(bytes, named);
    case "parquet":
      return readParquetColumns(bytes, named);
    default:
      throw new RangeError(
        `${name}: expected format csv, json, npy, matrix-market or parquet, got ${JSON.stringify(format)}; leave it out to have it found.`,
      );
  }
}

/** Refuses text that might be too long for one string. */
export function requireTextLength(bytes: number, name: string): void {
  if (bytes <= longestText) return;
  throw new LimitError(name, longestText, bytes, "bytes", "convert the matrix to CSV, .npy or Parquet");
}

function wholeText(bytes: Uint8Array, name: string): string {
  requireTextLength(bytes.length, name);
  return textDecoder(bytes).decode(bytes);
}
