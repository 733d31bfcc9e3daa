import type { FileHandle } from "node:fs/promises";
import { FileError } from "./file-error.ts";
import type { ByteSource } from "./parquet-table.ts";

/** An open file. */
export interface OpenFile {
  readonly handle: FileHandle;
  /** Its length in bytes; undefined for pipes and devices. */
  readonly size: number | undefined;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
}

/** Bytes per read. */
const pieceLength = 2 ** 20;

/** Who opens a file, and what to do where there is no Node. */
export interface FileCaller {
  readonly caller: string;
  readonly remedy: string;
}

/** Opens a file for reading (Node); the caller closes it. Errors: what the system says; FileError for a directory. */
export async function openFile(path: string | URL, { caller, remedy }: FileCaller): Promise<OpenFile> {
  // Bundlers for browsers leave the modules of Node away (see `browser` in package.json) or in place.
  const refuse = (): never => {
    throw new TypeError(`${caller}: expected the modules of Node, got an engine without them; ${remedy}.`);
  };
  const { open } = await import(/* webpackIgnore: true */ "node:fs/promises").catch(refuse);
  if (open === undefined) return refuse();
  const handle = await open(path);
  const stat = await handle.stat();
  if (stat.isDirectory()) {
    await handle.close();
    throw new FileError(String(path), "EISDIR", "a directory", "give the path of a file in it");
  }
  return { handle, size: stat.isFile() ? stat.size : undefined, modified: stat.mtimeMs };
}

/** Opens a file, hands it over and closes it (Node). What the system has against the file becomes a FileError. */
export async function withFile<T>(
  path: string | URL,
  run: FileCaller & { readonly signal?: AbortSignal | undefined },
  use: (file: OpenFile) => Promise<T>,
): Promise<T> {
  let file: OpenFile | undefined;
  try {
    file = await openFile(path, run);
    return await use(file);
  } catch (error) {
    throw run.signal?.aborted ? run.signal.reason : asFileError(String(path), error);
  } finally {
    await file?.handle.close();
  }
}

/** Fills a buffer from a place in the file on; resolves to how much of it the file filled. */
export async function readAt(handle: FileHandle, buffer: Uint8Array, position: number): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

/** The file in pieces, each valid until the next is asked for. */
export async function* readPieces(
  handle: FileHandle,
  see: ((piece: Uint8Array) => void) | undefined,
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

/** An open file that hands out stretches of its bytes. */
export function randomAccess(handle: FileHandle, size: number, signal: AbortSignal | undefined): ByteSource {
  return {
    byteLength: size,
    async slice(start: number, end = size) {
      signal?.throwIfAborted();
      const buffer = new Uint8Array(end - start);
      await readAt(handle, buffer, start);
      return buffer.buffer;
    },
  };
}

/** The FileError for what the system has against a file; any other error as it is. */
export function asFileError(path: string, error: unknown): unknown {
  return isSystemError(error) ? fileError(path, error) : error;
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
