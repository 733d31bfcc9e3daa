import type { FileHandle } from "node:fs/promises";
import { LimitError } from "../../errors/limit-error.ts";
import type { RealMatrix } from "../real-matrix.ts";
import { CsvMatrixBuilder } from "./csv-matrix-builder.ts";
import { matrixFormat } from "./matrix-format.ts";
import { isNpy } from "./npy-header.ts";
import { randomAccess, readPieces, withFile } from "./open-file.node.ts";
import { type MatrixOptions, parseMatrix, requireTextLength } from "./parse-matrix.ts";
import { defaultMaxBytes, type ParsedMatrix } from "./read-options.ts";
import { readParquetColumns } from "./read-parquet-columns.ts";
import { textDecoder } from "./text-decoder.ts";

/** Options for a file; `name` replaces the path in messages and in the result. */
export interface ReadMatrixOptions extends MatrixOptions {
  /** Stops the reading with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A matrix with where it came from. */
export interface MatrixFile extends ParsedMatrix {
  /** The path as given, or the option `name`. */
  readonly name: string;
  /** The SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** What to do where there is no Node. */
const remedy = "fetch the bytes and pass them to parseMatrix";

/**
 * Reads a matrix from a file (Node). The format is found from the contents and the extension.
 *
 * Delimited text is read in pieces and Parquet by row groups, so that such files may be larger than the memory.
 *
 * Errors: FileError for a path that is missing, a directory or unreadable; those of `parseMatrix`; LimitError when
 * the matrix, or a file that has to be held as a whole, exceeds `maxBytes`, before the memory is taken.
 *
 * @example const a = await readMatrix("a.csv", { columns: ["delay", "distance"], intercept: true });
 */
export async function readMatrix(path: string | URL, options: ReadMatrixOptions = {}): Promise<RealMatrix> {
  return (await load(path, options)).matrix;
}

/**
 * Reads a matrix from a file with its name, its SHA-256, the names of its columns and the number of rows left out.
 *
 * Errors: as `readMatrix`.
 *
 * @example const { matrix, sha256 } = await readMatrixFile("a.npy");
 */
export async function readMatrixFile(
  path: string | URL,
  options: ReadMatrixOptions = {},
): Promise<MatrixFile> {
  const { createHash } = await import(/* webpackIgnore: true */ "node:crypto").catch(refuseBrowser);
  if (createHash === undefined) return refuseBrowser();
  const hash = createHash("sha256");
  const parsed = await load(path, options, (piece) => hash.update(piece));
  return { ...parsed, name: options.name ?? String(path), sha256: hash.digest("hex") };
}

/** Bundlers for browsers leave the modules of Node away (see `browser` in package.json) or in place. */
function refuseBrowser(): never {
  throw new TypeError(`readMatrix: expected the modules of Node, got an engine without them; ${remedy}.`);
}

type See = (piece: Uint8Array) => void;

async function load(path: string | URL, options: ReadMatrixOptions, see?: See): Promise<ParsedMatrix> {
  if (typeof path !== "string" && !(path instanceof URL)) {
    throw new TypeError(`readMatrix: expected a path, got ${typeof path}; pass a string or a file URL.`);
  }
  return withFile(path, { signal: options.signal, caller: "readMatrix", remedy }, ({ handle, size }) =>
    loadOpen(handle, size, { ...options, name: options.name ?? String(path) }, see),
  );
}

/** Reads an open file; `size` is unknown for pipes and devices. */
async function loadOpen(
  handle: FileHandle,
  size: number | undefined,
  options: ReadMatrixOptions & { readonly name: string },
  see: See | undefined,
): Promise<ParsedMatrix> {
  const { name, maxBytes = defaultMaxBytes } = options;
  const pieces = readPieces(handle, see, options.signal);
  const head: Uint8Array = (await pieces.next()).value ?? new Uint8Array(0);
  const format = options.format ?? matrixFormat(name, head);
  if (format === "csv") return readCsv(head, pieces, size, options);
  if (format === "parquet" && size !== undefined) {
    const parsed = await readParquetColumns(randomAccess(handle, size, options.signal), options);
    if (see !== undefined) for await (const _ of pieces);
    return parsed;
  }
  // The beginning is enough to refuse a file that is none; it may be long.
  if (format === "npy" && !isNpy(head)) return parseMatrix(head, { ...options, format });
  if (format === "json" || format === "matrix-market") requireTextLength(size ?? 0, name);
  const bytes = await readWhole(head, pieces, size ?? 0, name, maxBytes);
  return parseMatrix(bytes, { ...options, format });
}

async function readCsv(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  size: number | undefined,
  options: ReadMatrixOptions & { readonly name: string },
): Promise<ParsedMatrix> {
  const { name, maxBytes = defaultMaxBytes } = options;
  const builder = new CsvMatrixBuilder(options);
  const decoder = textDecoder(head);
  builder.push(decoder.decode(head, { stream: true }));
  // Reading a file for minutes only to refuse it would be a pity: its beginning tells about how big the matrix will be.
  const share = size === undefined ? 0 : size / head.length;
  const projected = Math.round(builder.rows * builder.columns * 8 * share);
  if (projected > 2 * maxBytes) {
    throw new LimitError(name, maxBytes, projected, "bytes", "raise maxBytes or keep fewer columns");
  }
  for await (const piece of pieces) builder.push(decoder.decode(piece, { stream: true }));
  builder.push(decoder.decode());
  return builder.finish();
}

async function readWhole(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
  size: number,
  name: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const requireRoom = (length: number): void => {
    if (length <= maxBytes) return;
    const remedy = "raise maxBytes, or convert the matrix to CSV or Parquet, which are read in parts";
    throw new LimitError(name, maxBytes, length, "bytes", remedy);
  };
  requireRoom(Math.max(size, head.length));
  let bytes = new Uint8Array(Math.max(size, head.length));
  bytes.set(head);
  let length = head.length;
  for await (const piece of pieces) {
    if (length + piece.length > bytes.length) {
      requireRoom(length + piece.length);
      const longer = new Uint8Array(2 * (length + piece.length));
      longer.set(bytes.subarray(0, length));
      bytes = longer;
    }
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes.subarray(0, length);
}
