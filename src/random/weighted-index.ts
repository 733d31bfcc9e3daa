import type { RandomStream } from "./random-stream.ts";

/**
 * Prepares draws of an index with probability weight / (sum of weights): O(length) once, O(1) a draw (alias table).
 *
 * A draw picks a column uniformly and keeps it with its probability, else takes its alias. An index of weight zero is
 * never drawn. Each draw uses one `integer` and one `uniform` of the stream.
 *
 * Errors: RangeError for no weight, a weight that is negative or not finite, and weights that are all zero.
 *
 * @example const draw = weightedSampler([1, 0, 3]); draw(seededRandom(7)); // 0 once in four, else 2
 *
 * Source: Walker, ACM TOMS 3, 1977; Vose, IEEE Trans. Softw. Eng. 17, 1991.
 */
export function weightedSampler(weights: ArrayLike<number>): (stream: RandomStream) => number {
  const length = weights.length;
  const heaviest = checkedHeaviest(weights);
  // Divided by the largest first, so that the sum neither overflows nor vanishes.
  const scaled = Float64Array.from(weights, (weight) => weight / weights[heaviest]);
  const mean = scaled.reduce((sum, weight) => sum + weight, 0) / length;

  const keep = scaled.map((weight) => weight / mean);
  const alias = new Uint32Array(length).fill(heaviest);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < length; i++) (keep[i] < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const low = small.pop()!;
    const high = large[large.length - 1];
    alias[low] = high;
    keep[high] -= 1 - keep[low];
    if (keep[high] < 1) small.push(large.pop()!);
  }
  // Whatever is left is full but for rounding; a zero weight left over keeps 0 and falls to the heaviest index.
  for (const i of small) if (scaled[i] > 0) keep[i] = 1;

  return (stream) => {
    const column = stream.integer(length);
    return stream.uniform() < keep[column] ? column : alias[column];
  };
}

function checkedHeaviest(weights: ArrayLike<number>): number {
  let heaviest = -1;
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `weightedSampler: expected weights that are finite and ≥ 0, got ${String(weight)} at ${i}; check where it comes from.`,
      );
    }
    if (weight > largest) {
      largest = weight;
      heaviest = i;
    }
  }
  if (heaviest < 0) {
    throw new RangeError(
      weights.length === 0
        ? "weightedSampler: expected at least one weight, got none; pass the weights of the indices."
        : "weightedSampler: expected a weight above zero, got only zeros; nothing can be drawn.",
    );
  }
  return heaviest;
}
