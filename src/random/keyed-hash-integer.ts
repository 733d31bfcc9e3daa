import { philox4x32 } from "./philox.ts";
import type { RandomStream } from "./random-stream.ts";
import { blockUse, parseKey } from "./stream-key.ts";

/**
 * Freezes a random function of an index, index ↦ uniform in {0, …, bound − 1} without bias, evaluated in any order.
 *
 * It depends on the key of the stream alone, and is independent of `keyedHash` of the same stream. The index is a whole
 * number in [0, 2^53) and is not checked.
 *
 * Errors: RangeError for a bound that is not a whole number from 1 to 2^32.
 *
 * @example const colour = keyedHashInteger(seededRandom(7).split("colours"), 7); colour(2 ** 40);
 */
export function keyedHashInteger(stream: RandomStream, bound: number): (index: number) => number {
  if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
    throw new RangeError(
      `keyedHashInteger: expected a bound that is a whole number from 1 to 2^32, got ${String(bound)}; the hash is below it.`,
    );
  }
  const { low, high } = parseKey(stream.key);
  const block = new Uint32Array(4);
  const limit = Math.floor(2 ** 32 / bound) * bound;
  return (index) => {
    const upper = Math.floor(index * 2 ** -32);
    const lower = index - upper * 2 ** 32;
    // Words from the last, incomplete multiple of the bound are passed over: no modulo bias.
    for (let attempt = 0; ; attempt++) {
      philox4x32(lower, upper, attempt, blockUse.integerHash, low, high, block);
      for (let word = 0; word < 4; word++) {
        const value = block[word];
        if (value < limit) return value - Math.floor(value / bound) * bound;
      }
    }
  };
}
