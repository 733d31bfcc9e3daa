import type { DenseMatrix } from "../dense-matrix.ts";
import { CsvMatrixBuilder, type CsvOptions } from "./csv-matrix-builder.ts";
import type { ParsedMatrix } from "./read-options.ts";

/**
 * Reads a matrix from delimited text (CSV, TSV and their kin), one row a line.
 *
 * Fields stand between commas, semicolons, tabs or bars, or runs of blanks (found out, or the option `delimiter`) and
 * may be quoted. Numbers are decimal, with a point; they are rounded to float64. A header is found out (or the option
 * `header`). Lines that begin with `#` and empty lines are left out; in a table of one column an empty line between
 * values is a missing value. Only the wanted `columns` need to hold numbers.
 *
 * Errors: ParseError with the line and the number of the field for a line with more or fewer fields than the first,
 * text or an infinite number in a wanted column, a missing value (unless `missing: "skip-row"`), a misplaced quote, or
 * no row at all; RangeError for options that do not fit; LimitError beyond `maxBytes`.
 *
 * @example parseCsvMatrix("x,y\n1,2\n3,4\n", { columns: ["y"] }).matrix.data // Float64Array [2, 4]
 */
export function parseCsvMatrix(text: string, options: CsvOptions = {}): ParsedMatrix<DenseMatrix> {
  const builder = new CsvMatrixBuilder(options);
  builder.push(text);
  return builder.finish();
}
