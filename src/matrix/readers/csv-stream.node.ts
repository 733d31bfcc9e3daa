import type { RowStream } from "../row-stream.ts";
import { csvBlocks } from "./csv-blocks.ts";
import { CsvMatrixBuilder, type CsvOptions } from "./csv-matrix-builder.ts";
import { asFileError, type OpenFile, openFile, readPieces } from "./open-file.node.ts";
import { decoded } from "./text-decoder.ts";

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
  let file: OpenFile | undefined;
  try {
    file = await openFile(path, {
      caller: "csvStream",
      remedy: "pass the pieces of the text to csvBlocks",
    });
    yield* decoded(readPieces(file.handle, undefined, signal));
  } catch (error) {
    throw signal?.aborted ? signal.reason : asFileError(path, error);
  } finally {
    await file?.handle.close();
  }
}
