import { philoxBlocks } from "./philox-blocks.ts";
import type { RandomStream } from "./random-stream.ts";
import { blockUse, deriveKey, formatKey, type StreamKey } from "./stream-key.ts";

const root: StreamKey = { high: 0, low: 0 };

/**
 * Starts the stream of random numbers of a seed: the same seed gives the same numbers, for good.
 *
 * Counter-based: the numbers are Philox4x32-10 blocks of 0, 1, 2, … under a 64-bit key. `split` derives a child key
 * from (key, purpose, index) alone. The number 7 and the text "7" are different seeds.
 *
 * Errors: RangeError for a number that is not whole, negative (−0 too) or above 2^53 − 1, and for an empty text;
 * TypeError for anything else.
 *
 * @example seededRandom(7).split("row hash", 3).uniform()
 *
 * Source: Salmon et al., SC 2011 (Philox); Claessen and Pałka, Haskell 2013 (splitting by key).
 */
export function seededRandom(seed: number | string): RandomStream {
  if (typeof seed === "string") {
    if (seed === "") {
      throw new RangeError(
        "seededRandom: expected a seed, got an empty text; pass a number or a non-empty text.",
      );
    }
    return new PhiloxStream(deriveKey(deriveKey(root, "text seed", 0), seed, 0));
  }
  if (typeof seed !== "number") {
    throw new TypeError(
      `seededRandom: expected a number or a text as seed, got ${seed === null ? "null" : typeof seed}; choose one, for instance 7.`,
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0 || Object.is(seed, -0)) {
    throw new RangeError(
      `seededRandom: expected a whole number from 0 to 2^53 − 1 as seed, got ${Object.is(seed, -0) ? "-0" : seed}; choose one, for instance 7.`,
    );
  }
  return new PhiloxStream(deriveKey(root, "number seed", seed));
}

/** Most blocks of four words that a stream draws in advance. Most streams need a few numbers only, so they start with one. */
const mostBlocks = 256;

class PhiloxStream implements RandomStream {
  readonly #key: StreamKey;
  /** Words drawn in advance, from #used on; a whole number of blocks. */
  #words = new Uint32Array(4);
  #used = 4;
  /** The counter of the next block. */
  #blockLow = 0;
  #blockHigh = 0;
  #spareNormal = Number.NaN;

  constructor(key: StreamKey) {
    this.#key = key;
  }

  get key(): string {
    return formatKey(this.#key);
  }

  bits32(): number {
    if (this.#used === this.#words.length) this.#refill();
    return this.#words[this.#used++];
  }

  uniform(): number {
    const words = this.#words;
    const at = this.#used;
    if (at + 2 > words.length) return uniformOf(this.bits32(), this.bits32());
    this.#used = at + 2;
    return uniformOf(words[at], words[at + 1]);
  }

  integer(bound: number): number {
    if (!(bound >= 1 && bound <= 2 ** 53) || Math.floor(bound) !== bound) {
      throw new RangeError(
        `RandomStream.integer: expected a bound that is a whole number from 1 to 2^53, got ${String(bound)}; the result is below it.`,
      );
    }
    if (bound <= 2 ** 32) {
      for (;;) {
        const value = this.bits32();
        // The last, incomplete multiple of the bound is shorter than the bound, so most values need no division.
        if (value < 2 ** 32 - bound || value < 2 ** 32 - (2 ** 32 % bound)) {
          // Not by %, which takes the slow way beyond 2^31. The rounded quotient never reaches the next whole number.
          return value - Math.floor(value / bound) * bound;
        }
      }
    }
    // Values from the last, incomplete multiple of the bound are drawn again: no modulo bias.
    const limit = Math.floor(2 ** 53 / bound) * bound;
    for (;;) {
      const value = this.uniform() * 2 ** 53;
      // Exact below 2^53: the rounded quotient never reaches the next whole number.
      if (value < limit) return value - Math.floor(value / bound) * bound;
    }
  }

  /** By Marsaglia's polar method (SIAM Review 6, 1964), two normals a round. */
  normal(): number {
    if (!Number.isNaN(this.#spareNormal)) {
      const spare = this.#spareNormal;
      this.#spareNormal = Number.NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        this.#spareNormal = y * scale;
        return x * scale;
      }
    }
  }

  split(purpose: string, index = 0): RandomStream {
    return new PhiloxStream(deriveKey(this.#key, purpose, index));
  }

  #refill(): void {
    // As many blocks as were drawn so far, so that every refill begins at a multiple of its length and none runs over 2^32.
    const blocks = this.#blockHigh > 0 ? mostBlocks : Math.min(Math.max(1, this.#blockLow), mostBlocks);
    if (this.#words.length < 4 * blocks) this.#words = new Uint32Array(4 * blocks);
    const { low, high } = this.#key;
    philoxBlocks(this.#blockLow, this.#blockHigh, 0, blockUse.draw, low, high, this.#words);
    this.#used = 0;
    this.#blockLow += blocks;
    if (this.#blockLow === 2 ** 32) {
      this.#blockLow = 0;
      this.#blockHigh++;
    }
  }
}

function uniformOf(high: number, low: number): number {
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53;
}
