import type { FileHandle } from "node:fs/promises";
import { LimitError } from "../../errors/limit-error.ts";
import type { RealMatrix } from "../real-matrix.ts";
import { CsvMatrixBuilder } from "./csv-matrix-builder.ts";
import { FileError } from "./file-error.ts";
import { matrixFormat } from "./matrix-format.ts";
import { isNpy } from "./npy-header.ts";
import { type MatrixOptions, parseMatrix, requireTextLength, textDecoder } from "./parse-matrix.ts";
import { defaultMaxBytes, type ParsedMatrix } from "./read-options.ts";
import { type ByteSource, readParquetColumns } from "./read-parquet-columns.ts";

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

/** Bytes per read. */
const pieceLength = 2 ** 20;

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
  throw new TypeError(
    "readMatrix: expected the modules of Node, got an engine without them; fetch the bytes and pass them to parseMatrix.",
  );
}

type See = (piece: Uint8Array) => void;

async function load(path: string | URL, options: ReadMatrixOptions, see?: See): Promise<ParsedMatrix> {
  if (typeof path !== "string" && !(path instanceof URL)) {
    throw new TypeError(`readMatrix: expected a path, got ${typeof path}; pass a string or a file URL.`);
  }
  const { open } = await import(/* webpackIgnore: true */ "node:fs/promises").catch(refuseBrowser);
  if (open === undefined) return refuseBrowser();
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const stat = await handle.stat();
    if (stat.isDirectory()) {
      throw new FileError(String(path), "EISDIR", "a directory", "give the path of a file in it");
    }
    const named = { ...options, name: options.name ?? String(path) };
    return await loadOpen(handle, stat.isFile() ? stat.size : undefined, named, see);
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    throw isSystemError(error) ? fileError(String(path), error) : error;
  } finally {
    await handle?.close();
  }
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

/** The file in pieces, each valid until the next is asked for. */
async function* readPieces(
  handle: FileHandle,
  see: See | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, undefined> {
  const buffer = new Uint8Array(pieceLength);
  for (let ended = false; !ended; ) {
    let length = 0;
    // A pipe hands out what it has; the first piece must be long enough to tell the format.
    while (length < pieceLength && !ended) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, length, pieceLength - length, null);
      length += bytesRead;
      ended = bytesRead === 0;
    }
    if (length === 0) return;
    const piece = buffer.subarray(0, length);
    see?.(piece);
    yield piece;
  }
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

function randomAccess(handle: FileHandle, size: number, signal: AbortSignal | undefined): ByteSource {
  return {
    byteLength: size,
    async slice(start: number, end = size) {
      signal?.throwIfAborted();
      const buffer = new Uint8Array(end - start);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, start + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return buffer.buffer;
    },
  };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error && "code" in error && ("syscall" in error || String(error.code).startsWith("ERR_"))
  );
}

function fileError(path: string, error: NodeJS.ErrnoException): FileError {
  const code = error.code ?? "";
  const causes: Readonly<Record<string, readonly [got: string, remedy: string]>> = {
    ENOENT: ["nothing at this path", "check the path"],
    ENOTDIR: ["nothing at this path", "check the path"],
    EACCES: ["no permission to read it", "change its permissions"],
    EPERM: ["no permission to read it", "change its permissions"],
    EISDIR: ["a directory", "give the path of a file in it"],
  };
  const [got, remedy] = causes[code] ?? [error.message, "check the path and the medium"];
  return new FileError(path, code, got, remedy, { cause: error });
}
