import type { RowStream } from "../row-stream.ts";
import { csvBlocks } from "./csv-blocks.ts";
import { CsvMatrixBuilder, type CsvOptions } from "./csv-matrix-builder.ts";
import { FileError } from "./file-error.ts";
import { textDecoder } from "./parse-matrix.ts";

/** Bytes per read. */
const pieceLength = 2 ** 18;

/** Options of a stream of rows from a file. */
export interface CsvStreamOptions extends CsvOptions {
  /** Rows of a block, at least; a block ends where a piece of the file does (default 8192). */
  readonly blockRows?: number;
  /** Stops the reading with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads the rows of a CSV file in blocks, each pass from the beginning (Node): for files larger than memory.
 *
 * Errors: each pass throws a FileError for a path that is missing or unreadable, and what `parseCsvMatrix` throws, with the same places.
 *
 * @example (await streamLeverage(csvStream("a.csv"))).rank
 */
export function csvStream(path: string, options: CsvStreamOptions = {}): RowStream {
  const { name = path, blockRows = 8192, signal, ...csv } = options;
  if (!Number.isSafeInteger(blockRows) || blockRows < 1) {
    throw new RangeError(
      `csvStream: expected blockRows to be a whole number ≥ 1, got ${blockRows}; leave it out for 8192.`,
    );
  }
  // Options that do not fit are refused here, not in the middle of a pass.
  new CsvMatrixBuilder({ ...csv, name });
  return {
    name,
    blocks: () => csvBlocks(readText(path, signal), { ...csv, name, blockRows }),
  };
}

/** The text of a file in pieces. */
async function* readText(path: string, signal: AbortSignal | undefined): AsyncIterable<string> {
  const { open } = await import(/* webpackIgnore: true */ "node:fs/promises").catch(refuseBrowser);
  if (open === undefined) return refuseBrowser();
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(path);
    const buffer = new Uint8Array(pieceLength);
    let decoder: TextDecoder | undefined;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, pieceLength, null);
      if (bytesRead === 0) break;
      const piece = buffer.subarray(0, bytesRead);
      decoder ??= textDecoder(piece);
      yield decoder.decode(piece, { stream: true });
    }
    if (decoder !== undefined) yield decoder.decode();
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
    throw new FileError(path, String(error.code), error.message, "check the path", { cause: error });
  } finally {
    await handle?.close();
  }
}

/** Bundlers for browsers leave the modules of Node away or in place. */
function refuseBrowser(): never {
  throw new TypeError(
    "csvStream: expected the modules of Node, got an engine without them; pass the pieces of the text to csvBlocks.",
  );
}
