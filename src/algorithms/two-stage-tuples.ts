import { rowSpace } from "../matrix/algebra/row-space.ts";
import { allTuples, tupleCount } from "../matrix/kronecker/all-tuples.ts";
import { sampleTuples } from "../matrix/kronecker/sample-tuples.ts";
import { tuplesNeeded } from "../matrix/kronecker/tuples-needed.ts";
import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { FactorSketch } from "./factor-sketch.ts";

/** What the drawing of tuples came to. */
export interface TupleReport {
  readonly tuples: WeightedTuples;
  /** Number of draws m, or of kept tuples where all are kept. */
  readonly draws: number;
  /** True when every tuple of the short lists was kept, which adds no error. */
  readonly keptAll: boolean;
  readonly warnings: readonly string[];
}

/**
 * Draws row tuples from the short lists of the factors by their exact leverage scores.
 *
 * m = ⌈c·r·ln(2r/δ)/ε₃²⌉ draws with r = Π rank(B_k); where the lists have no more than m tuples, all are kept.
 *
 * Queries: none, since the lists are known. This is what makes the whole sketch cost Õ(√(nd)/ε): literally drawing m
 * rows of A by leverage would need Ω(√(nm)) queries. The output follows the leverage law of the short product given
 * the lists, not that of A. Derived (a repair of the count in arXiv:2402.07027, Theorem 1.1).
 */
export function twoStageTuples(
  factors: readonly FactorSketch[],
  need: {
    readonly constant: number;
    readonly epsilon: number;
    readonly delta: number;
    /** Overrides m; then nothing is guaranteed. */
    readonly draws: number | null;
  },
  random: RandomStream,
): TupleReport {
  const lists = factors.map(({ rows }) => rows);
  const rank = lists.reduce((product, rows) => product * rowSpace(rows).rank, 1);
  const needed = tuplesNeeded({ ...need, rank, ratio: rank });
  const draws = need.draws ?? needed;
  const available = tupleCount(lists);
  if (available <= draws) {
    return { tuples: allTuples(lists), draws: available, keptAll: true, warnings: [] };
  }
  const warnings =
    draws < needed
      ? [`${draws} tuples were drawn as asked; the guarantee needs ${needed}, so only the certificate tells.`]
      : [];
  return { tuples: sampleTuples(lists, draws, random), draws, keptAll: false, warnings };
}
