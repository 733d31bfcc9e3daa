import { ParseError } from "../../errors/parse-error.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import { type NpyHeader, readNpyHeader } from "./npy-header.ts";
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
  const { name, columns, intercept, missing, maxBytes } = resolveOptions(options, "npy");
  const header = readNpyHeader(bytes, name);
  const fields = selectColumns(name, header.columns, undefined, columns);
  const lead = intercept ? 1 : 0;
  const width = fields.length + lead;
  requireRoom(name, header.rows * width * 8, maxBytes);
  const data = new Float64Array(header.rows * width);
  const read = entryReader(bytes, header);
  const [rowStride, columnStride] = header.fortran ? [1, header.rows] : [header.columns, 1];
  let at = 0;
  for (let i = 0; i < header.rows; i++) {
    let complete = true;
    if (lead === 1) data[at] = 1;
    for (let k = 0; k < fields.length; k++) {
      const value = read(i * rowStride + fields[k] * columnStride);
      // The difference is 0 for finite numbers only.
      if (value - value !== 0 || (header.size === 8 && header.kind !== "f" && !Number.isSafeInteger(value))) {
        requireMissing(value, name, i, fields[k], missing);
        complete = false;
      }
      data[at + lead + k] = value;
    }
    if (complete) at += width;
  }
  const rows = at / width;
  if (rows === 0) {
    const got = `${header.rows} rows that all lack a value`;
    throw new ParseError(
      { source: name, line: 1, column: 1 },
      "at least one complete row",
      got,
      "choose other columns",
    );
  }
  return {
    matrix: new DenseMatrix(rows, width, rows === header.rows ? data : data.slice(0, at)),
    columnNames: undefined,
    skippedRows: header.rows - rows,
  };
}

function requireMissing(value: number, name: string, i: number, k: number, missing: string): void {
  const place = { source: name, line: i + 1, column: k + 1 };
  const where = `in row ${i + 1}, column ${k + 1}`;
  if (Number.isFinite(value)) {
    const remedy = "convert the array to float64 if the rounding is meant";
    throw new ParseError(place, `an integer of at most 2^53 − 1 in size ${where}`, `about ${value}`, remedy);
  }
  if (!Number.isNaN(value))
    throw new ParseError(place, `a finite number ${where}`, `${value}`, "correct or remove the row");
  if (missing === "skip-row") return;
  const remedy = 'fill it in, or pass missing: "skip-row" to leave such rows out';
  throw new ParseError(place, `a number ${where}`, "NaN", remedy);
}

/** How to read entry number `e` of the file, in its own order. */
function entryReader(bytes: Uint8Array, header: NpyHeader): (e: number) => number {
  const { start, size, kind, littleEndian } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  switch (`${kind}${size}`) {
    case "b1":
      return (e) => (view.getUint8(e) === 0 ? 0 : 1);
    case "u1":
      return (e) => view.getUint8(e);
    case "i1":
      return (e) => view.getInt8(e);
    case "u2":
      return (e) => view.getUint16(2 * e, littleEndian);
    case "i2":
      return (e) => view.getInt16(2 * e, littleEndian);
    case "u4":
      return (e) => view.getUint32(4 * e, littleEndian);
    case "i4":
      return (e) => view.getInt32(4 * e, littleEndian);
    case "u8":
      return (e) => Number(view.getBigUint64(8 * e, littleEndian));
    case "i8":
      return (e) => Number(view.getBigInt64(8 * e, littleEndian));
    case "f2":
      return (e) => float16(view.getUint16(2 * e, littleEndian));
    case "f4":
      return (e) => view.getFloat32(4 * e, littleEndian);
    default:
      return (e) => view.getFloat64(8 * e, littleEndian);
  }
}

/** The value of a half-precision float, IEEE 754: sign, 5 bits of exponent, 10 of fraction. */
function float16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
