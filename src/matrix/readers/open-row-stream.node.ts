import type { RowStream } from "../row-stream.ts";
import { csvPasses } from "./csv-passes.node.ts";
import { FileError } from "./file-error.ts";
import { matrixFormat } from "./matrix-format.ts";
import { npyPasses } from "./npy-passes.node.ts";
import { asFileError, type OpenFile, openFile, readAt, readPieces } from "./open-file.node.ts";
import { parquetPasses } from "./parquet-passes.node.ts";
import type { NamedOptions, RowPasses, RowStreamOptions } from "./row-passes.node.ts";

/** The rows of a file in blocks, with what is known of the file before the first pass. */
export interface FileRowStream extends RowStream {
  readonly format: "csv" | "npy" | "parquet";
  /** The length of the file in bytes. */
  readonly size: number;
  readonly columns: number;
  /** One name per column, where the file has names; a column of ones is called `intercept`. */
  readonly columnNames: readonly string[] | undefined;
  /** The rows that the last pass left out because a value was missing. */
  readonly skippedRows: number;
  /** The SHA-256 of the file in hexadecimal: found in the first whole pass over text; the file is read for it otherwise. */
  sha256(): Promise<string>;
}

const defaultBlockBytes = 2 ** 23;
const caller = { caller: "openRowStream", remedy: "pass the pieces of the text to csvBlocks" };

/**
 * Opens a file whose rows are read in blocks, each pass from the beginning (Node): for matrices larger than memory.
 *
 * Text in CSV and its kin is read in pieces, `.npy` in either storage order by rows, Parquet by row groups. The memory is that of one
 * block and of what was read for it, about twice `blockBytes`; `maxBytes` is the most that one block may take.
 *
 * Errors: FileError for a path that is missing, unreadable, or no file that can be read twice; those of the format's own reader; RangeError
 * for JSON and MatrixMarket, which have to be held as a whole, and for a file that changes between passes; LimitError for a row group
 * beyond `maxBytes`.
 *
 * @example (await streamLeverage(await openRowStream("a.npy"))).rank
 */
export async function openRowStream(path: string, options: RowStreamOptions = {}): Promise<FileRowStream> {
  const { name = path, blockBytes = defaultBlockBytes, signal } = options;
  if (!(blockBytes >= 1)) {
    throw new RangeError(
      `openRowStream: expected blockBytes to be a number ≥ 1, got ${blockBytes}; leave it out for 8 MiB.`,
    );
  }
  const named = { ...options, name, blockBytes };
  const file = await attempt(() => openFile(path, caller));
  try {
    const { size, modified } = file;
    if (size === undefined) {
      throw new FileError(
        name,
        "ESPIPE",
        "a pipe or a device",
        "a stream is read more than once: write it to a file",
      );
    }
    const head = new Uint8Array(Math.min(size, 2 ** 16));
    await attempt(() => readAt(file.handle, head, 0));
    const format = options.format ?? matrixFormat(name, head);
    if (format === "json" || format === "matrix-market") {
      throw new RangeError(
        `${name}: expected CSV, .npy or Parquet, which are read in parts, got ${format}; convert the file, or read it as a whole.`,
      );
    }
    const open = { csv: csvPasses, npy: npyPasses, parquet: parquetPasses }[format];
    const passes = await attempt(() => open({ ...file, size }, head, named));
    return streamOf(passes, { path, name, size, modified, format, options: named });
  } finally {
    await file.handle.close();
  }

  async function attempt<T>(step: () => Promise<T>): Promise<T> {
    try {
      signal?.throwIfAborted();
      return await step();
    } catch (error) {
      throw signal?.aborted ? signal.reason : asFileError(path, error);
    }
  }
}

function streamOf(
  passes: RowPasses,
  source: {
    readonly path: string;
    readonly name: string;
    readonly size: number;
    readonly modified: number;
    readonly format: FileRowStream["format"];
    readonly options: NamedOptions;
  },
): FileRowStream {
  const { path, name, size, modified, format, options } = source;
  const { signal } = options;
  let digest: string | undefined;
  let skippedRows = 0;

  async function* withOpenFile<T>(use: (file: OpenFile) => AsyncIterable<T>): AsyncIterable<T> {
    let file: OpenFile | undefined;
    try {
      file = await openFile(path, caller);
      if (file.size !== size || file.modified !== modified) {
        throw new RangeError(
          `${name}: expected the file of ${size} bytes that was opened, got one that was written since; the source must not change between passes.`,
        );
      }
      yield* use(file);
    } catch (error) {
      throw signal?.aborted ? signal.reason : asFileError(path, error);
    } finally {
      await file?.handle.close();
    }
  }

  return {
    name,
    format,
    size,
    columns: passes.columns,
    columnNames: passes.columnNames,
    get skippedRows() {
      return skippedRows;
    },
    async *blocks() {
      const { createHash } = await import(/* webpackIgnore: true */ "node:crypto");
      const hash = digest === undefined && passes.inOrder ? createHash("sha256") : undefined;
      let left = 0;
      yield* withOpenFile((file) =>
        passes.pass(
          file,
          (piece) => hash?.update(piece),
          (rows) => {
            left += rows;
          },
        ),
      );
      skippedRows = left;
      digest ??= hash?.digest("hex");
    },
    async sha256() {
      if (digest !== undefined) return digest;
      const { createHash } = await import(/* webpackIgnore: true */ "node:crypto");
      const hash = createHash("sha256");
      for await (const piece of withOpenFile((file) => readPieces(file.handle, undefined, signal))) {
        hash.update(piece);
      }
      digest = hash.digest("hex");
      return digest;
    },
  };
}
