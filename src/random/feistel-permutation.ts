import type { Permutation } from "./permutation.ts";
import { philox4x32 } from "./philox.ts";
import type { RandomStream } from "./random-stream.ts";
import { blockUse, parseKey } from "./stream-key.ts";
import { outside } from "./table-permutation.ts";

/** Twelve rounds: six for each half. Four suffice for secrecy of large halves; the rest pays for small ones. */
const rounds = 12;

/**
 * Freezes a pseudo-random permutation of {0, …, size − 1}, size ≤ 2^53, without a table.
 *
 * An index is x = left·b + right on an a×b grid with a = ⌈√size⌉, b = ⌈size/a⌉. Rounds alternate
 * left ← left + F(right) mod a and right ← right + F(left) mod b, each with its own key, which permutes the grid. An
 * image in the last, incomplete row of the grid (fewer than a of them) is mapped again until it lies below the size.
 * Indices are split by exact floating-point division, never by bits: they exceed 32 bits.
 *
 * Sources: Luby and Rackoff, SIAM J. Comput. 17, 1988; Black and Rogaway, CT-RSA 2002 (grids and cycle walking).
 */
export function feistelPermutation(size: number, stream: RandomStream): Permutation {
  const a = Math.ceil(Math.sqrt(size));
  const b = Math.ceil(size / a);
  const keys = roundKeys(stream);

  const forward = (x: number): number => {
    let left = Math.floor(x / b) | 0;
    let right = (x - left * b) | 0;
    for (let round = 0; round < rounds; round += 2) {
      left += roundFunction(right, keys[2 * round], keys[2 * round + 1], a);
      if (left >= a) left -= a;
      right += roundFunction(left, keys[2 * round + 2], keys[2 * round + 3], b);
      if (right >= b) right -= b;
    }
    return left * b + right;
  };
  const backward = (y: number): number => {
    let left = Math.floor(y / b) | 0;
    let right = (y - left * b) | 0;
    for (let round = rounds - 2; round >= 0; round -= 2) {
      right -= roundFunction(left, keys[2 * round + 2], keys[2 * round + 3], b);
      if (right < 0) right += b;
      left -= roundFunction(right, keys[2 * round], keys[2 * round + 1], a);
      if (left < 0) left += a;
    }
    return left * b + right;
  };

  const walk = (step: (x: number) => number, start: number): number => {
    if (!(start >= 0 && start < size) || Math.floor(start) !== start) throw outside(start, size);
    let x = step(start);
    while (x >= size) x = step(x);
    return x;
  };
  return { size, at: (i) => walk(forward, i), inverse: (j) => walk(backward, j) };
}

/** Two 32-bit key words a round, from Philox under the key of the stream. */
function roundKeys(stream: RandomStream): Int32Array {
  const { low, high } = parseKey(stream.key);
  const keys = new Int32Array(2 * rounds);
  const block = new Uint32Array(4);
  for (let at = 0; at < keys.length; at += 4) {
    philox4x32(at, 0, 0, blockUse.feistel, low, high, block);
    keys.set(block, at);
  }
  return keys;
}

/**
 * A keyed mix of 32 bits (two multiply–xorshift rounds before and one after the second key word), scaled to
 * {0, …, bound − 1}.
 */
function roundFunction(value: number, key0: number, key1: number, bound: number): number {
  let x = value ^ key0;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb);
  x = Math.imul(x ^ (x >>> 11), 0xac4c1b51);
  x = ((x ^ (x >>> 15)) + key1) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x31848bab);
  x = (x ^ (x >>> 14)) >>> 0;
  // Below 2^27, so the bit operation only truncates.
  return (x * 2 ** -32 * bound) | 0;
}
