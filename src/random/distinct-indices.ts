import type { RandomStream } from "./random-stream.ts";

/**
 * Draws a uniformly random subset of {0, …, size − 1} with `count` elements, in ascending order; memory O(count).
 *
 * Draws indices until `count` different ones are there, which by symmetry gives every subset alike. They are drawn in
 * batches, sorted and stripped of repeats; a batch never holds more than is missing, so no choice is thrown away.
 * When more than half of the indices are wanted, the ones left out are drawn instead.
 *
 * Errors: RangeError for a size that is not a whole number from 0 to 2^53, and a count that is not one from 0 to size.
 *
 * @example distinctIndices(3, 2 ** 40, seededRandom(7))
 */
export function distinctIndices(count: number, size: number, stream: RandomStream): Float64Array {
  if (!Number.isInteger(size) || size < 0 || size > 2 ** 53) {
    throw new RangeError(
      `distinctIndices: expected a size that is a whole number from 0 to 2^53, got ${String(size)}; pass the number of indices.`,
    );
  }
  if (!Number.isInteger(count) || count < 0 || count > size) {
    throw new RangeError(
      `distinctIndices: expected a count that is a whole number from 0 to the size ${size}, got ${String(count)}; ask for no more than there are.`,
    );
  }
  return count <= size / 2
    ? chosen(count, size, stream)
    : complement(chosen(size - count, size, stream), size);
}

function chosen(count: number, size: number, stream: RandomStream): Float64Array {
  const indices = new Float64Array(count);
  let distinct = 0;
  while (distinct < count) {
    for (let i = distinct; i < count; i++) indices[i] = stream.integer(size);
    indices.sort();
    distinct = 1;
    for (let i = 1; i < count; i++) {
      if (indices[i] !== indices[distinct - 1]) indices[distinct++] = indices[i];
    }
  }
  return indices;
}

function complement(excluded: Float64Array, size: number): Float64Array {
  const indices = new Float64Array(size - excluded.length);
  let at = 0;
  let skipped = 0;
  for (let index = 0; index < size; index++) {
    if (skipped < excluded.length && excluded[skipped] === index) skipped++;
    else indices[at++] = index;
  }
  return indices;
}
