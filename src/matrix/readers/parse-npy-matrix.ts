import { ParseError } from "../../errors/parse-error.ts";
import type { DenseMatrix } from "../dense-matrix.ts";
import { readNpyHeader } from "./npy-header.ts";
import { npyRows } from "./npy-rows.ts";
import { type ParsedMatrix, type ReadOptions, resolveOptions } from "./read-options.ts";
import { requireRoom } from "./require-room.ts";
import { selectColumns } from "./select-columns.ts";

/**
 * Reads a matrix from the bytes of a NumPy `.npy` file.
 *
 * Takes booleans (as 0 and 1), signed and unsigned integers of 1 to 8 bytes and floats of 2, 4 and 8 bytes, in either
 * byte order and either storage order, with two dimensions or one (which becomes one column). NaN is a missing value.
 *
 * The npm package npyjs reads such files too, but not those of big-endian machines, and it does not hold the shape
 * against the length of the file; hence this reader. The tests compare the two where both apply.
 *
 * Errors: ParseError for a file that is not of this kind or is cut short (line 1 and the byte), or for a value that is
 * infinite, missing (unless `missing: "skip-row"`) or an integer beyond ±(2^53 − 1) (its row and column, from 1);
 * RangeError for options that do not fit; LimitError beyond `maxBytes`, before the memory is taken.
 *
 * Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function parseNpyMatrix(bytes: Uint8Array, options: ReadOptions = {}): ParsedMatrix<DenseMatrix> {
  const resolved = resolveOptions(options, "npy");
  const { name, columns, intercept, maxBytes } = resolved;
  const header = readNpyHeader(bytes, name);
  const fields = selectColumns(name, header.columns, undefined, columns);
  requireRoom(name, header.rows * (fields.length + (intercept ? 1 : 0)) * 8, maxBytes);
  const { rows } = header;
  const matrix = npyRows(
    { bytes: bytes.subarray(header.start), header, rows, firstRow: 0 },
    fields,
    resolved,
  );
  if (matrix === undefined) {
    throw new ParseError(
      { source: name, line: 1, column: 1 },
      "at least one complete row",
      `${rows} rows that all lack a value`,
      "choose other columns",
    );
  }
  return { matrix, columnNames: undefined, skippedRows: rows - matrix.rows };
}
