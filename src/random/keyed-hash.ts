import { philox4x32 } from "./philox.ts";
import type { RandomStream } from "./random-stream.ts";
import { blockUse, parseKey } from "./stream-key.ts";

/**
 * Freezes a random function of an index, index ↦ uniform in [0, 1) with 53 bits, evaluated at any index in any order.
 *
 * It depends on the key of the stream alone; drawing from the stream neither changes it nor is changed by it.
 * Distinct indices give independent values, as far as Philox is random. The index is a whole number in [0, 2^53) and
 * is not checked: the function is called once a row.
 *
 * @example const hash = keyedHash(seededRandom(7).split("level", 2)); const marked = hash(41) < 0.01;
 */
export function keyedHash(stream: RandomStream): (index: number) => number {
  const { low, high } = parseKey(stream.key);
  const block = new Uint32Array(4);
  return (index) => {
    const upper = Math.floor(index * 2 ** -32);
    philox4x32(index - upper * 2 ** 32, upper, 0, blockUse.hash, low, high, block);
    return ((block[0] >>> 5) * 2 ** 26 + (block[1] >>> 6)) * 2 ** -53;
  };
}
