import type { DenseMatrix } from "../dense-matrix.ts";
import type { OpenFile } from "./open-file.node.ts";
import type { MatrixOptions } from "./parse-matrix.ts";

/** Options of a stream of rows from a file. */
export interface RowStreamOptions extends MatrixOptions {
  /** About how many bytes a block of rows takes. Default 8 MiB; a row group of a Parquet file is one block, whatever its size. */
  readonly blockBytes?: number;
  /** Stops the reading with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called during a pass with the bytes of the file that have been read in it. */
  readonly onBytes?: (bytes: number) => void;
}

/** The options with those that every format needs filled in. */
export type NamedOptions = RowStreamOptions & { readonly name: string; readonly blockBytes: number };
/** An open file that is no pipe. */
export type SizedFile = OpenFile & { readonly size: number };

/** How the rows of one format are read block by block. */
export interface RowPasses {
  readonly columns: number;
  readonly columnNames: readonly string[] | undefined;
  /** `see` gets all bytes of the file in order, if they are read so; `left` is told how many rows are left out. */
  pass(
    file: OpenFile,
    see: (piece: Uint8Array) => void,
    left: (rows: number) => void,
  ): AsyncIterable<DenseMatrix>;
  /** Whether a pass reads the bytes of the file in order. */
  readonly inOrder: boolean;
}
