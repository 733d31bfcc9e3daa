import { addRidge, requireRidge } from "../../matrix/algebra/ridge-factor.ts";
import { rowSpaceOfFactor } from "../../matrix/algebra/row-space.ts";
import type { RowStream } from "../../matrix/row-stream.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedBlocks, collectFactor, requireWidth, type StreamOptions } from "../stream-passes.ts";
import { blockScores } from "./block-scores.ts";

/** Leverage scores of a matrix that is longer than memory. */
export interface StreamedLeverage {
  readonly rank: number;
  readonly rows: number;
  readonly columns: number;
  /** The bill: n row reads a pass. */
  readonly ledger: Ledger;
  /** The second pass: the scores block by block, in the order of the rows. May be asked for again, at another n reads. */
  scores(): AsyncIterable<Float64Array>;
}

/**
 * Computes leverage scores in two passes over a stream: the triangular factor first, then the scores. With `lambda` they are the
 * ridge leverage scores a_iᵀ(AᵀA + λI)⁺a_i; `rank` is that of A in both cases.
 *
 * Memory O(d²) and one block, whatever the number of rows. Queries: n row reads in each pass.
 *
 * Errors: rejects with a RangeError for no row, blocks of unequal width, entries that are not finite, and a second pass with
 * another number of rows, and λ that is not a number ≥ 0; with what the stream throws; with the reason of an aborted signal.
 *
 * Source: Demmel, Grigori, Hoemmen and Langou (2012), sequential TSQR.
 *
 * @example for await (const scores of (await streamLeverage(csvStream("a.csv"))).scores()) …
 */
export async function streamLeverage(
  stream: RowStream,
  { lambda = 0, ...options }: StreamOptions & { readonly lambda?: number } = {},
): Promise<StreamedLeverage> {
  requireRidge(lambda, "streamLeverage");
  const ledger = new Ledger();
  const { accumulator, rows } = await collectFactor(stream, ledger, "first pass", options);
  const { columns } = accumulator;
  const { rank } = rowSpaceOfFactor(accumulator.finish(), columns);
  if (lambda > 0) addRidge(accumulator, lambda, "streamLeverage");
  const space = rowSpaceOfFactor(accumulator.finish(), columns);
  return {
    rank,
    rows,
    columns,
    ledger,
    async *scores() {
      let seen = 0;
      for await (const block of billedBlocks(stream, ledger, "second pass", options)) {
        seen += block.rows;
        requireWidth(stream.name, columns, block);
        if (seen > rows) throw changed(stream.name, rows, seen);
        yield blockScores(space, block).map((score) => Math.min(1, score));
      }
      if (seen !== rows) throw changed(stream.name, rows, seen);
    },
  };
}

function changed(name: string, rows: number, seen: number): RangeError {
  return new RangeError(
    `${name}: expected ${rows} rows as in the first pass, got ${seen}; the source must not change between passes.`,
  );
}
