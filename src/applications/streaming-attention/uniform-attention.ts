import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";

/** Queries, keys and values, a row for each. */
export interface AttentionMatrices {
  readonly Q: DenseMatrix;
  readonly K: DenseMatrix;
  readonly V: DenseMatrix;
}

/** Queries and keys uniform in [−B, B], values uniform in [−1, 1]. */
export function uniformAttention(
  { n, d, entry = 1 }: { readonly n: number; readonly d: number; readonly entry?: number },
  random: RandomStream,
): AttentionMatrices {
  const draw = (purpose: string, size: number) => {
    const stream = random.split(purpose);
    return new DenseMatrix(
      n,
      d,
      Float64Array.from({ length: n * d }, () => size * (2 * stream.uniform() - 1)),
    );
  };
  return { Q: draw("Q", entry), K: draw("K", entry), V: draw("V", 1) };
}
