import type { DenseMatrix } from "../dense-matrix.ts";
import { CsvMatrixBuilder, type CsvOptions } from "./csv-matrix-builder.ts";

/** Characters that are looked at before a block may end. */
const stretchLength = 2 ** 16;

/**
 * Reads delimited text that comes in pieces as blocks of rows, holding one block at a time: for text longer than memory.
 *
 * The rows are those of `parseCsvMatrix`; the pieces may be cut anywhere. A block has at least `blockRows` rows (default 8192), the
 * last one what is left.
 *
 * Errors: those of `parseCsvMatrix`, with the same places.
 *
 * @example for await (const block of csvBlocks(file.stream().pipeThrough(new TextDecoderStream()))) …
 */
export function csvBlocks(
  pieces: AsyncIterable<string> | Iterable<string>,
  { blockRows = 8192, ...options }: CsvOptions & { readonly blockRows?: number } = {},
): AsyncIterable<DenseMatrix> {
  return blocksOfText(new CsvMatrixBuilder(options), pieces, blockRows);
}

/** The rows that a builder finds in text that comes in pieces, in blocks; it can be asked afterwards what it left out. */
export async function* blocksOfText(
  builder: CsvMatrixBuilder,
  pieces: AsyncIterable<string> | Iterable<string>,
  blockRows: number,
): AsyncIterable<DenseMatrix> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += stretchLength) {
      builder.push(piece.slice(at, at + stretchLength));
      if (builder.rows < blockRows) continue;
      const block = builder.take();
      if (block !== undefined) yield block;
    }
  }
  builder.end();
  const last = builder.take();
  if (last !== undefined) yield last;
}
