import { DenseMatrix } from "../../matrix/dense-matrix.ts";
import type { RandomStream } from "../../random/random-stream.ts";

/** Patterns with entries uniform in [−B, B], and queries that are some of them with Gaussian noise. */
export function randomMemory(
  {
    M,
    d,
    L,
    entry = 1,
  }: { readonly M: number; readonly d: number; readonly L: number; readonly entry?: number },
  random: RandomStream,
): { readonly patterns: DenseMatrix; readonly queries: DenseMatrix } {
  const draw = random.split("patterns");
  const patterns = new DenseMatrix(
    M,
    d,
    Float64Array.from({ length: M * d }, () => entry * (2 * draw.uniform() - 1)),
  );
  const noise = random.split("queries");
  const queries = new DenseMatrix(L, d, new Float64Array(L * d));
  for (let l = 0; l < L; l++) {
    queries.row(l).set(patterns.row(noise.integer(M)).map((value) => value + 0.05 * noise.normal()));
  }
  return { patterns, queries };
}
