import { rowSpaceOfFactor } from "../../matrix/algebra/row-space.ts";
import type { RowStream } from "../../matrix/row-stream.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedBlocks, collectFactor, requireWidth, type StreamOptions } from "../stream-passes.ts";
import { blockScores } from "./block-scores.ts";
import type { StreamedLeverage } from "./stream-leverage.ts";

/**
 * Computes the generalised leverage scores τ_i(A|B) = a_iᵀ(BᵀB)⁺a_i (see `generalisedLeverage`) in one pass over B, then one over A.
 *
 * Memory O(d²) and one block. Queries: the rows of B, and those of A in each pass; the two streams need names of their own.
 *
 * Errors: as {@link streamLeverage}; RangeError for unequal numbers of columns.
 */
export async function streamGeneralisedLeverage(
  stream: RowStream,
  reference: RowStream,
  options: StreamOptions = {},
): Promise<Omit<StreamedLeverage, "rows">> {
  const ledger = new Ledger();
  const { accumulator } = await collectFactor(reference, ledger, "first pass", options);
  const { columns } = accumulator;
  const space = rowSpaceOfFactor(accumulator.finish(), columns);
  return {
    rank: space.rank,
    columns,
    ledger,
    async *scores() {
      for await (const block of billedBlocks(stream, ledger, "second pass", options)) {
        requireWidth(stream.name, columns, block);
        yield blockScores(space, block);
      }
    },
  };
}
