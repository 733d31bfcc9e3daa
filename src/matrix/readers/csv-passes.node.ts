import { blocksOfText } from "./csv-blocks.ts";
import { CsvMatrixBuilder } from "./csv-matrix-builder.ts";
import { readPieces } from "./open-file.node.ts";
import type { NamedOptions, RowPasses, SizedFile } from "./row-passes.node.ts";
import { decoded } from "./text-decoder.ts";

/** Passes over delimited text, in pieces. */
export async function csvPasses(file: SizedFile, _: Uint8Array, options: NamedOptions): Promise<RowPasses> {
  const { blockBytes, signal, onBytes } = options;
  // As much as the first rows need to say what the columns are.
  const first = new CsvMatrixBuilder(options);
  for await (const text of decoded(readPieces(file.handle, undefined, signal))) {
    first.push(text);
    if (first.rows > 0) break;
  }
  if (first.rows === 0) first.end();
  const { columns, columnNames } = first;
  const blockRows = Math.max(1, Math.floor(blockBytes / (8 * columns)));
  return {
    columns,
    columnNames,
    inOrder: true,
    async *pass({ handle }, see, left) {
      const builder = new CsvMatrixBuilder(options);
      let seen = 0;
      const pieces = readPieces(
        handle,
        (piece) => {
          see(piece);
          seen += piece.length;
          onBytes?.(seen);
        },
        signal,
      );
      yield* blocksOfText(builder, decoded(pieces), blockRows);
      left(builder.skippedRows);
    },
  };
}
