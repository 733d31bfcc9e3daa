import { ParseError } from "../../errors/parse-error.ts";

/** What the header of a `.npy` file says. */
export interface NpyHeader {
  /** Boolean, signed integer, unsigned integer, float. */
  readonly kind: "b" | "i" | "u" | "f";
  /** Bytes per entry. */
  readonly size: number;
  readonly littleEndian: boolean;
  /** Whether columns rather than rows are stored one after the other. */
  readonly fortran: boolean;
  readonly rows: number;
  readonly columns: number;
  /** The byte where the entries begin. */
  readonly start: number;
}

/**
 * Reads the header of a `.npy` file and checks it against the length of the file, which may be longer than `bytes`.
 *
 * Errors: ParseError with line 1 and the byte, counted from 1.
 */
export function readNpyHeader(bytes: Uint8Array, source: string, length = bytes.length): NpyHeader {
  const error = (byte: number, expected: string, got: string, remedy: string): ParseError =>
    new ParseError({ source, line: 1, column: byte + 1 }, expected, got, remedy);
  const remedy = "save the array again with numpy.save";

  if (bytes.length < 10 || !isNpy(bytes))
    throw error(0, "a NumPy file that begins with \\x93NUMPY", "other bytes", remedy);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const major = bytes[6];
  if (major < 1 || major > 3) throw error(6, "format version 1, 2 or 3", `${major}`, remedy);
  const dictionaryAt = major === 1 ? 10 : 12;
  if (bytes.length < dictionaryAt) throw error(bytes.length, "a whole header", "the end of the file", remedy);
  const start = dictionaryAt + (major === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (start > bytes.length)
    throw error(bytes.length, `a header up to byte ${start}`, "the end of the file", remedy);

  const text = new TextDecoder("latin1").decode(bytes.subarray(dictionaryAt, start));
  const descr = /['"]descr['"]\s*:\s*(?:['"]([^'"]*)['"]|(\[))/.exec(text);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text)?.[1];
  const shapeText = /['"]shape['"]\s*:\s*\(([\d\s,L]*)\)/.exec(text)?.[1];
  if (descr === null || order === undefined || shapeText === undefined) {
    const got = text.trim().slice(0, 80);
    throw error(dictionaryAt, "a header with descr, fortran_order and shape", got, remedy);
  }
  const type = /^([<>|=])([biuf])([1248])$/.exec(descr[1] ?? "");
  if (
    type === null ||
    !["b1", "i", "u", "f2", "f4", "f8"].some((known) => `${type[2]}${type[3]}`.startsWith(known))
  ) {
    const got = descr[1] === undefined ? "a structured type" : `"${descr[1]}"`;
    throw error(
      dictionaryAt,
      "booleans, integers or floats of at most 8 bytes",
      got,
      "convert the array, for example with astype(float)",
    );
  }
  const shape = shapeText
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => Number.parseInt(part, 10));
  const [rows, columns = 1] = shape;
  if (shape.length < 1 || shape.length > 2 || shape.some((side) => side < 1)) {
    const expected = "a shape of one or two dimensions, none of them 0";
    throw error(dictionaryAt, expected, `(${shape.join(", ")})`, "reshape the array to rows and columns");
  }
  const size = Number(type[3]);
  const end = start + rows * columns * size;
  if (length !== end) {
    const what = `${rows} × ${columns} entries of ${size} bytes, ${end} bytes with the header`;
    throw error(Math.min(length, end), what, `a file of ${length} bytes`, remedy);
  }
  return {
    kind: type[2] as NpyHeader["kind"],
    size,
    // "=" is the byte order of the machine that wrote the file; in practice NumPy resolves it, and all are little-endian.
    littleEndian: type[1] !== ">",
    fortran: order === "True",
    rows,
    columns,
    start,
  };
}

/** Whether bytes begin like a `.npy` file. */
export function isNpy(bytes: Uint8Array): boolean {
  return [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59].every((byte, k) => bytes[k] === byte);
}
