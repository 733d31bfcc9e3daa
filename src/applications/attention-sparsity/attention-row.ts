import { requireSize } from "../../matrix/generators/require-size.ts";
import type { RandomStream } from "../../random/random-stream.ts";
import { softmax } from "../softmax-weights.ts";

/** One row of attention weights, and how few keys hold most of it. */
export interface AttentionRow {
  /** The weights by size, largest first. */
  readonly sorted: Float64Array;
  /** Running sums of them. */
  readonly cumulative: Float64Array;
  /** How many of the largest weights add up to a share. */
  keysFor(mass: number): number;
  /** The share of weights above 1/n. */
  readonly aboveMean: number;
}

/**
 * Sorts the softmax of a row of logits and sums it up.
 *
 * Errors: as softmax; `keysFor` throws a RangeError for a mass outside (0, 1).
 *
 * @example attentionRow(gaussianLogits(4096, 1, seededRandom(7))).keysFor(0.9)
 */
export function attentionRow(logits: ArrayLike<number>): AttentionRow {
  const sorted = softmax(logits).sort().reverse();
  const cumulative = new Float64Array(sorted.length);
  let sum = 0;
  sorted.forEach((weight, i) => {
    sum += weight;
    cumulative[i] = sum;
  });
  return {
    sorted,
    cumulative,
    keysFor(mass) {
      if (!(mass > 0 && mass < 1)) {
        throw new RangeError(
          `keysFor: expected a mass between 0 and 1, got ${mass}; 0.9 and 0.99 are usual.`,
        );
      }
      const first = cumulative.findIndex((total) => total >= mass);
      return first < 0 ? sorted.length : first + 1;
    },
    aboveMean:
      sorted.reduce((count, weight) => count + (weight > 1 / sorted.length ? 1 : 0), 0) / sorted.length,
  };
}

/** n independent logits N(0, s²), as one query meets n Gaussian keys. */
export function gaussianLogits(n: number, spread: number, random: RandomStream): Float64Array {
  requireSize("gaussianLogits", "n", n, 1, 2 ** 24);
  if (!(spread >= 0 && Number.isFinite(spread))) {
    throw new RangeError(
      `gaussianLogits: expected a finite spread ≥ 0, got ${spread}; inputs of unit variance scaled by 1/√d give about 1.`,
    );
  }
  return Float64Array.from({ length: n }, () => spread * random.normal());
}
