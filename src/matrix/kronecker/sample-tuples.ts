import type { RandomStream } from "../../random/random-stream.ts";
import { weightedSampler } from "../../random/weighted-index.ts";
import { rowSpace } from "../algebra/row-space.ts";
import type { WeightedRows } from "../weighted-rows.ts";
import { tupleCount } from "./all-tuples.ts";
import { requireListSize } from "./require-list-size.ts";
import { TupleAccumulator } from "./tuple-accumulator.ts";
import type { WeightedTuples } from "./weighted-tuples.ts";

/** The law that tuples are drawn from: a weight for each entry of a list of rows, per single row. */
export type RowLaw = "leverage" | "length-squared" | "uniform";

/**
 * Draws row tuples of A₁ ⊗ … ⊗ A_q independently from a product law and weighs them without bias.
 *
 * From short lists B_k of weighted rows of A_k, a draw picks i_k with probability q_k(i_k), for `leverage`
 * q_k(i) = τ_i(B_k)/rank(B_k), and adds Π_k w_k(i_k)² / (m Π_k q_k(i_k)) to D², so that E AᵀD²A = ⊗ B_kᵀB_k.
 *
 * Queries: none; the rows are known. Errors: RangeError when a list has rank 0 or draws is not a whole number ≥ 1;
 * LimitError for more draws or a longer list than the machine holds.
 *
 * Source: product rule of leverage scores, arXiv:2209.04876 Lemma 4.1; matrix Chernoff bound, arXiv:1004.4389.
 */
export function sampleTuples(
  lists: readonly WeightedRows[],
  draws: number,
  random: RandomStream,
  law: RowLaw = "leverage",
): WeightedTuples {
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new RangeError(
      `sampleTuples: expected a whole number of draws ≥ 1, got ${draws}; see tuplesNeeded.`,
    );
  }
  requireListSize("sampleTuples", { tuples: Math.min(draws, tupleCount(lists)), draws });
  const laws = lists.map((rows, k) => listLaw(rows, law, random.split("factor", k)));
  const tuples = new TupleAccumulator(lists.length);
  const index = new Float64Array(lists.length);
  for (let draw = 0; draw < draws; draw++) {
    let square = 1 / draws;
    for (let k = 0; k < laws.length; k++) {
      const { sample, squareOverProbability } = laws[k];
      const { entry, row } = sample();
      index[k] = row;
      square *= squareOverProbability[entry];
    }
    tuples.add(index, square);
  }
  return tuples.finish();
}

function listLaw(rows: WeightedRows, law: RowLaw, random: RandomStream) {
  const entries = rows.weights.length;
  const massPerRow = new Float64Array(entries);
  const space = law === "leverage" ? rowSpace(rows) : undefined;
  for (let e = 0; e < entries; e++) {
    const row = rows.values.subarray(e * rows.columns, (e + 1) * rows.columns);
    if (law === "uniform") massPerRow[e] = 1;
    else if (space !== undefined) massPerRow[e] = rows.weights[e] ** 2 * space.score(row);
    else massPerRow[e] = rows.weights[e] ** 2 * row.reduce((sum, value) => sum + value * value, 0);
  }
  const massPerEntry = massPerRow.map((mass, e) => mass * rows.counts[e]);
  const total = massPerEntry.reduce((sum, mass) => sum + mass, 0);
  if (!(total > 0)) {
    throw new RangeError(
      "sampleTuples: expected a factor with a non-zero row, got rank 0; leave a zero factor out (its Kronecker product is zero).",
    );
  }
  const sampler = weightedSampler(massPerEntry);
  // The entry and the place inside its block of identical rows come from streams of their own: see RandomStream.split.
  const places = random.split("place");
  return {
    squareOverProbability: massPerRow.map((mass, e) => (rows.weights[e] ** 2 * total) / mass),
    sample: () => {
      const entry = sampler(random);
      const block = rows.counts[entry];
      return { entry, row: rows.indices[entry] + (block > 1 ? places.integer(block) : 0) };
    },
  };
}
