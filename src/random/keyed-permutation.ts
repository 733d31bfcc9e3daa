import { feistelPermutation } from "./feistel-permutation.ts";
import type { Permutation } from "./permutation.ts";
import type { RandomStream } from "./random-stream.ts";
import { tablePermutation } from "./table-permutation.ts";

/** Sizes up to this one are shuffled into a table (4 bytes an entry and direction); larger ones need no memory. */
export const largestPermutationTable = 2 ** 22;

/**
 * Freezes a random permutation of {0, …, size − 1}.
 *
 * Up to size 2^22 it is a Fisher–Yates shuffle: every permutation equally likely. Above, a keyed Feistel network, a
 * pseudo-random permutation evaluated without a table. It depends on the key of the stream alone.
 *
 * Errors: RangeError for a size that is not a whole number from 1 to 2^53.
 *
 * @example const rows = keyedPermutation(2 ** 40, seededRandom(7)); rows.inverse(rows.at(5)); // 5
 */
export function keyedPermutation(size: number, stream: RandomStream): Permutation {
  if (!Number.isInteger(size) || size < 1 || size > 2 ** 53) {
    throw new RangeError(
      `keyedPermutation: expected a size that is a whole number from 1 to 2^53, got ${String(size)}; pass the number of indices.`,
    );
  }
  return size <= largestPermutationTable ? tablePermutation(size, stream) : feistelPermutation(size, stream);
}
