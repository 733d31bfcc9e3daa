import type { WeightedRows } from "../weighted-rows.ts";
import { requireListSize } from "./require-list-size.ts";
import type { WeightedTuples } from "./weighted-tuples.ts";

/** How many row tuples the Kronecker product of short lists has: Π_k Σ_e counts_k[e]. */
export function tupleCount(lists: readonly WeightedRows[]): number {
  return lists.reduce((product, { counts }) => product * counts.reduce((sum, count) => sum + count, 0), 1);
}

/**
 * Keeps every row tuple of short lists: D = D₁ ⊗ … ⊗ D_q, which adds no error of its own.
 *
 * Zero rows are left out. Errors: LimitError for more than 2^24 tuples, see {@link tupleCount}.
 */
export function allTuples(lists: readonly WeightedRows[]): WeightedTuples {
  requireListSize("allTuples", { tuples: tupleCount(lists) });
  const rows = lists.map(expand);
  const total = rows.reduce((product, { indices }) => product * indices.length, 1);
  const order = lists.length;
  const indices = new Float64Array(total * order);
  const weights = new Float64Array(total).fill(1);
  let block = total;
  rows.forEach((list, k) => {
    block /= list.indices.length;
    for (let e = 0; e < total; e++) {
      const place = Math.floor(e / block) % list.indices.length;
      indices[e * order + k] = list.indices[place];
      weights[e] *= list.weights[place];
    }
  });
  return { order, indices, weights };
}

function expand({ columns, values, weights, counts, indices }: WeightedRows) {
  const rows: { index: number; weight: number }[] = [];
  for (let e = 0; e < weights.length; e++) {
    if (values.subarray(e * columns, (e + 1) * columns).every((value) => value === 0)) continue;
    for (let place = 0; place < counts[e]; place++)
      rows.push({ index: indices[e] + place, weight: weights[e] });
  }
  return {
    indices: Float64Array.from(rows, ({ index }) => index),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}
