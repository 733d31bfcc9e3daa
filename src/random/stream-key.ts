import { philox4x32 } from "./philox.ts";

/** The 64-bit key of a stream as two 32-bit words. */
export interface StreamKey {
  readonly high: number;
  readonly low: number;
}

/**
 * The last word of a Philox counter says what a block is for, so that one key never gives the same block for two uses.
 */
export const blockUse = { draw: 0, derive: 1, hash: 2, integerHash: 3, feistel: 4 } as const;

const scratch = new Uint32Array(4);

/**
 * Derives the key of a child from (parent key, purpose, index) by chaining Philox blocks.
 *
 * Words: (length of the purpose, index mod 2^32, ⌊index / 2^32⌋), then the UTF-16 units of the purpose, six a block.
 * The length comes first, so no two (purpose, index) give the same words.
 *
 * Errors: TypeError for a purpose that is not text; RangeError for an empty one and for an index that is not a whole
 * number from 0 to 2^53 − 1.
 */
export function deriveKey(parent: StreamKey, purpose: string, index: number): StreamKey {
  if (typeof purpose !== "string") {
    throw new TypeError(
      `RandomStream.split: expected a purpose as text, got ${typeof purpose}; write split("purpose", index).`,
    );
  }
  if (purpose === "") {
    throw new RangeError(
      "RandomStream.split: expected a purpose, got an empty text; name what the child stream is for.",
    );
  }
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new RangeError(
      `RandomStream.split: expected an index that is a whole number from 0 to 2^53 − 1, got ${String(index)}; number the children from 0.`,
    );
  }
  let key = chain(parent, purpose.length, index % 2 ** 32, Math.floor(index / 2 ** 32));
  for (let at = 0; at < purpose.length; at += 6) {
    key = chain(key, pair(purpose, at), pair(purpose, at + 2), pair(purpose, at + 4));
  }
  return key;
}

/** The key as 16 hexadecimal digits. */
export function formatKey(key: StreamKey): string {
  return hex(key.high) + hex(key.low);
}

/**
 * Reads a key of 16 hexadecimal digits.
 *
 * Errors: RangeError for any other text.
 */
export function parseKey(text: string): StreamKey {
  if (!/^[0-9a-f]{16}$/.test(text)) {
    throw new RangeError(
      `RandomStream.key: expected 16 hexadecimal digits, got ${JSON.stringify(text)}; use a stream of seededRandom.`,
    );
  }
  return { high: Number.parseInt(text.slice(0, 8), 16), low: Number.parseInt(text.slice(8), 16) };
}

function chain(key: StreamKey, first: number, second: number, third: number): StreamKey {
  philox4x32(first, second, third, blockUse.derive, key.low, key.high, scratch);
  return { high: scratch[1], low: scratch[0] };
}

/** Two UTF-16 units as one word, zero beyond the end of the text. */
function pair(text: string, at: number): number {
  const first = at < text.length ? text.charCodeAt(at) : 0;
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return first | (second << 16);
}

function hex(word: number): string {
  return word.toString(16).padStart(8, "0");
}
