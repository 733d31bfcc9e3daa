import { requireFinite } from "../matrix/algebra/require-finite.ts";
import { TriangularAccumulator } from "../matrix/algebra/triangular-accumulator.ts";
import type { DenseMatrix } from "../matrix/dense-matrix.ts";
import type { RowStream } from "../matrix/row-stream.ts";
import type { Ledger } from "../oracles/ledger.ts";

/** How a stream is worked on. */
export interface StreamOptions {
  /** Stops between two blocks; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each block with the rows so far in this pass. */
  readonly onRows?: (rows: number) => void;
}

/**
 * The triangular factor of a stream, collected in one pass; `arrange` may hand out the values of a block in another order.
 *
 * Errors: RangeError for no row, blocks of unequal width, and entries that are not finite.
 */
export async function collectFactor(
  stream: RowStream,
  ledger: Ledger,
  stage: string,
  options: StreamOptions,
  arrange: (block: DenseMatrix) => Float64Array = ({ data }) => data,
): Promise<{ accumulator: TriangularAccumulator; rows: number }> {
  let accumulator: TriangularAccumulator | undefined;
  for await (const block of billedBlocks(stream, ledger, stage, options)) {
    accumulator ??= new TriangularAccumulator(block.columns);
    requireWidth(stream.name, accumulator.columns, block);
    accumulator.addScaled(
      { length: block.rows, columns: block.columns, values: arrange(block), scale: undefined },
      stream.name,
    );
  }
  if (accumulator === undefined || accumulator.rows === 0) {
    throw new RangeError(
      `${stream.name}: expected at least one row, got none; check the source of the stream.`,
    );
  }
  return { accumulator, rows: accumulator.rows };
}

/** The blocks of one pass, each checked and billed as so many row reads. */
export async function* billedBlocks(
  stream: RowStream,
  ledger: Ledger,
  stage: string,
  { signal, onRows }: StreamOptions,
): AsyncIterable<DenseMatrix> {
  let rows = 0;
  for await (const block of stream.blocks()) {
    signal?.throwIfAborted();
    requireFinite(block, stream.name);
    ledger.within(stage, () =>
      ledger.charge({
        oracle: stream.name,
        access: "classical",
        unit: "row",
        use: "read",
        count: block.rows,
      }),
    );
    rows += block.rows;
    onRows?.(rows);
    yield block;
  }
}

/** Checks that a block is as wide as those before it. */
export function requireWidth(name: string, columns: number, block: DenseMatrix): void {
  if (block.columns === columns) return;
  throw new RangeError(
    `${name}: expected blocks of ${columns} columns as the first one, got ${block.columns}; make all rows equally long.`,
  );
}
