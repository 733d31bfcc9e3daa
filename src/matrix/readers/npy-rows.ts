import { ParseError } from "../../errors/parse-error.ts";
import { DenseMatrix } from "../dense-matrix.ts";
import type { NpyHeader } from "./npy-header.ts";
import type { ResolvedOptions } from "./read-options.ts";

/** Entries of a `.npy` file in memory: `rows` rows, all of the file or a block of them. */
export interface NpyEntries {
  /** The entries alone, rows or (with `fortran`) columns one after the other. */
  readonly bytes: Uint8Array;
  readonly header: NpyHeader;
  readonly rows: number;
  /** The number of the first row in the file, for error messages. */
  readonly firstRow: number;
}

/**
 * Takes the wanted columns out of rows of a `.npy` file; rows that lack a value are left out where the options allow it.
 *
 * Returns a matrix of the rows that are complete, undefined when there are none. Errors: ParseError with row and column.
 */
export function npyRows(
  { bytes, header, rows, firstRow }: NpyEntries,
  fields: readonly number[],
  { name, intercept, missing }: ResolvedOptions,
): DenseMatrix | undefined {
  const lead = intercept ? 1 : 0;
  const width = fields.length + lead;
  const data = new Float64Array(rows * width);
  const read = entryReader(bytes, header);
  const [rowStride, columnStride] = header.fortran ? [1, rows] : [header.columns, 1];
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let complete = true;
    if (lead === 1) data[at] = 1;
    for (let k = 0; k < fields.length; k++) {
      const value = read(i * rowStride + fields[k] * columnStride);
      // The difference is 0 for finite numbers only.
      if (value - value !== 0 || (header.size === 8 && header.kind !== "f" && !Number.isSafeInteger(value))) {
        requireMissing(value, name, firstRow + i, fields[k], missing);
        complete = false;
      }
      data[at + lead + k] = value;
    }
    if (complete) at += width;
  }
  if (at === 0) return undefined;
  return new DenseMatrix(at / width, width, at === data.length ? data : data.slice(0, at));
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

/** How to read entry number `e`, in the order of the file. */
function entryReader(bytes: Uint8Array, header: NpyHeader): (e: number) => number {
  const { size, kind, littleEndian } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
