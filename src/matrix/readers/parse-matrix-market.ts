import { DenseMatrix } from "../dense-matrix.ts";
import { decimal } from "./decimal.ts";
import { LineTokens } from "./line-tokens.ts";
import { type MatrixMarketHeader, readMatrixMarketHeader } from "./matrix-market-header.ts";
import { type ParsedMatrix, type ReadOptions, resolveOptions } from "./read-options.ts";
import { requireRoom } from "./require-room.ts";
import { selectColumns } from "./select-columns.ts";

/**
 * Reads a matrix from MatrixMarket text, as a dense matrix.
 *
 * Formats array (column after column) and coordinate (`row column value`, from 1, all else 0); fields real (double),
 * integer and pattern (ones); symmetries general, symmetric and skew-symmetric, of which the file holds the lower
 * triangle. Values of a place that occurs more than once are added, as in the assembly of such matrices.
 *
 * Errors: ParseError with line and character for complex or hermitian matrices, a place outside the matrix or above
 * the diagonal of a symmetric one, something that is not a finite number, too few or too many entries; RangeError for
 * options that do not fit; LimitError when the declared size exceeds `maxBytes`, before the memory is taken.
 * The format has no missing values, so the option `missing` has no effect.
 *
 * @example parseMatrixMarket("%%MatrixMarket matrix coordinate real general\n2 2 1\n2 1 5\n").matrix.at(1, 0) // 5
 *
 * Source: Boisvert, Pozo, Remington, The Matrix Market Exchange Formats: Initial Design, NISTIR 5935, 1996.
 */
export function parseMatrixMarket(text: string, options: ReadOptions = {}): ParsedMatrix<DenseMatrix> {
  const { name, columns: wanted, intercept, maxBytes } = resolveOptions(options, "matrix market");
  const lines = new LineTokens(text, name, "%");
  const header = readMatrixMarketHeader(lines);
  const fields = selectColumns(name, header.columns, undefined, wanted);
  const lead = intercept ? 1 : 0;
  const width = fields.length + lead;
  requireRoom(name, header.rows * width * 8, maxBytes);
  const data = new Float64Array(header.rows * width);
  if (lead === 1) for (let i = 0; i < header.rows; i++) data[i * width] = 1;
  const targets = new Map<number, number[]>();
  fields.forEach((field, k) => {
    targets.set(field, [...(targets.get(field) ?? []), k + lead]);
  });
  const add = (i: number, k: number, value: number): void => {
    for (const target of targets.get(k) ?? []) {
      const sum = data[i * width + target] + value;
      if (!Number.isFinite(sum))
        throw lines.error(2, "a finite sum of the entries of one place", "scale the entries");
      data[i * width + target] = sum;
    }
  };
  const mirror = { general: 0, symmetric: 1, "skew-symmetric": -1 }[header.symmetry];
  readEntries(lines, header, (i, k, value) => {
    add(i, k, value);
    if (mirror !== 0 && i !== k) add(k, i, mirror * value);
  });
  return {
    matrix: new DenseMatrix(header.rows, width, data),
    columnNames: undefined,
    skippedRows: 0,
  };
}

/** Hands out each listed entry with its place, counted from 0. */
function readEntries(
  lines: LineTokens,
  header: MatrixMarketHeader,
  put: (i: number, k: number, value: number) => void,
): void {
  const { format, field, symmetry, rows, columns, entries } = header;
  const places = format === "coordinate" ? 2 : 0;
  const words = places + (field === "pattern" ? 0 : 1);
  const strict = symmetry === "skew-symmetric" ? 1 : 0;
  // In array format the places follow from the order: down the columns, below the diagonal where symmetric.
  let i = symmetry === "general" ? 0 : strict;
  let k = 0;
  for (let e = 0; e < entries; e++) {
    if (!lines.next())
      throw lines.error(
        0,
        `${entries} entries, of which ${e} are there`,
        "complete the file or correct the sizes",
      );
    if (lines.words.length > words)
      throw lines.error(
        words,
        `${words} number${words === 1 ? "" : "s"} in a line`,
        "write one entry a line",
      );
    if (format === "coordinate") {
      i = index(lines, 0, rows, "row");
      k = index(lines, 1, columns, "column");
      if (symmetry !== "general" && i < k + strict) {
        const where = strict === 1 ? "below the diagonal" : "on or below the diagonal";
        throw lines.error(
          1,
          `an entry ${where} of a ${symmetry} matrix`,
          "list only that triangle, or declare the matrix general",
        );
      }
    }
    put(i, k, field === "pattern" ? 1 : value(lines, places, field));
    if (format === "array" && ++i === rows) {
      k++;
      i = symmetry === "general" ? 0 : k + strict;
    }
  }
  if (lines.next())
    throw lines.error(
      0,
      `the end of the file after ${entries} entries`,
      "remove the surplus or correct the sizes",
    );
}

function index(lines: LineTokens, word: number, size: number, what: string): number {
  const text = lines.words[word] ?? "";
  const at = /^\d+$/.test(text) ? Number(text) : 0;
  if (at < 1 || at > size)
    throw lines.error(word, `a ${what} from 1 to ${size}`, "correct the place; places count from 1");
  return at - 1;
}

function value(lines: LineTokens, word: number, field: string): number {
  const text = lines.words[word] ?? "";
  // Fortran programs write the exponent of a double with D.
  const number = decimal(text.replace(/^([+-]?[\d.]+)[dD]([+-]?\d+)$/, "$1e$2"));
  if (Number.isFinite(number) && (field === "real" || Number.isInteger(number))) return number;
  throw lines.error(word, field === "real" ? "a finite number" : "an integer", "correct the entry");
}
