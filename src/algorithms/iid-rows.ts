import { rowSpace } from "../matrix/algebra/row-space.ts";
import { TupleAccumulator } from "../matrix/kronecker/tuple-accumulator.ts";
import type { WeightedTuples } from "../matrix/kronecker/weighted-tuples.ts";
import type { WeightedRows } from "../matrix/weighted-rows.ts";
import type { RandomStream } from "../random/random-stream.ts";
import { weightedSampler } from "../random/weighted-index.ts";

/** Independent draws of row indices of one factor, in random order, each with 1/q of its probability q. */
export interface IidRows {
  readonly indices: Float64Array;
  readonly inverseProbabilities: Float64Array;
}

/**
 * Draws rows of a completely known matrix by their exact leverage scores, q_i = τ_i/rank.
 *
 * Queries: none.
 */
export function drawKnownRows(rows: WeightedRows, draws: number, random: RandomStream): IidRows {
  const space = rowSpace(rows);
  const { columns, values, counts, indices } = rows;
  const scores = Float64Array.from(counts, (_, e) =>
    space.score(values.subarray(e * columns, (e + 1) * columns)),
  );
  const sampler = weightedSampler(scores.map((score, e) => score * counts[e]));
  const places = random.split("place");
  const drawn: IidRows = { indices: new Float64Array(draws), inverseProbabilities: new Float64Array(draws) };
  for (let draw = 0; draw < draws; draw++) {
    const entry = sampler(random);
    drawn.indices[draw] = indices[entry] + (counts[entry] > 1 ? places.integer(counts[entry]) : 0);
    drawn.inverseProbabilities[draw] = space.rank / scores[entry];
  }
  return drawn;
}

/**
 * Zips independent draws of the factors' rows to independent draws of row tuples, as many as the shortest list has.
 *
 * Each of the m tuples adds Π_k 1/q_k(i_k) / m to D².
 */
export function zipRows(lists: readonly IidRows[]): {
  readonly tuples: WeightedTuples;
  readonly draws: number;
} {
  const draws = Math.min(...lists.map(({ indices }) => indices.length));
  const tuples = new TupleAccumulator(lists.length);
  const index = new Float64Array(lists.length);
  for (let draw = 0; draw < draws; draw++) {
    let square = 1 / draws;
    lists.forEach((list, k) => {
      index[k] = list.indices[draw];
      square *= list.inverseProbabilities[draw];
    });
    tuples.add(index, square);
  }
  return { tuples: tuples.finish(), draws };
}
