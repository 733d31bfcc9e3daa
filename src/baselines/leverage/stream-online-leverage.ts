import type { RowStream } from "../../matrix/row-stream.ts";
import { Ledger } from "../../oracles/ledger.ts";
import { billedBlocks, requireWidth, type StreamOptions } from "../stream-passes.ts";
import { OnlineLeverage } from "./online-leverage.ts";

/**
 * Computes online leverage scores in one pass over a stream (see {@link OnlineLeverage}): over-estimates of the ridge scores.
 *
 * Memory O(d²) and one block. Queries: n row reads. Errors: as `streamLeverage`; RangeError for λ that is not above 0.
 */
export async function* streamOnlineLeverage(
  stream: RowStream,
  {
    lambda,
    ledger = new Ledger(),
    ...options
  }: StreamOptions & { readonly lambda: number; readonly ledger?: Ledger },
): AsyncIterable<Float64Array> {
  let scorer: OnlineLeverage | undefined;
  for await (const block of billedBlocks(stream, ledger, "one pass", options)) {
    scorer ??= new OnlineLeverage(block.columns, lambda);
    requireWidth(stream.name, scorer.columns, block);
    const scores = new Float64Array(block.rows);
    for (let i = 0; i < block.rows; i++) scores[i] = scorer.add(block.data, i * block.columns);
    yield scores;
  }
}
