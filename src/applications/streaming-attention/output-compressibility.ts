import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { columnOf } from "../column-of.ts";
import { cachedAttention } from "./cached-attention.ts";
import { sparseTail } from "./sparse-tail.ts";
import type { AttentionMatrices } from "./uniform-attention.ts";

/** How well k entries of an output column can stand for it. */
export interface CompressibilityPoint {
  readonly k: number;
  /** min ‖y′ − y‖/‖y‖ over k-sparse y′, of the first output column; with spikes planted in V. */
  readonly tail: number;
  readonly tailWithSpikes: number;
}

/** Best-k tails of the first output column, of all queries, with V as it is and with 16 spikes of 100 in it. */
export function outputCompressibility(
  { Q, K, V }: AttentionMatrices,
  random: RandomStream,
  sizes: readonly number[] = [16, 64, 256, 1024],
): CompressibilityPoint[] {
  const values = new DenseMatrix(V.rows, 2, new Float64Array(2 * V.rows));
  for (let i = 0; i < V.rows; i++) values.row(i).fill(V.at(i, 0));
  for (let spike = 0; spike < 16; spike++) values.row(random.integer(V.rows))[1] = 100;
  const { outputs } = cachedAttention({ Q, K, V: values });
  const [plain, spiked] = [0, 1].map((c) => columnOf(outputs, c));
  return sizes
    .filter((k) => k < Q.rows)
    .map((k) => ({
      k,
      tail: sparseTail(plain, k) / sparseTail(plain, 0),
      tailWithSpikes: sparseTail(spiked, k) / sparseTail(spiked, 0),
    }));
}
