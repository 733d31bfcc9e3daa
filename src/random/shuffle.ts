import type { RandomStream } from "./random-stream.ts";

/**
 * Returns a new array with the entries in uniformly random order (Fisher–Yates; length − 1 draws of the stream).
 *
 * @example shuffled(["a", "b", "c"], seededRandom(7))
 */
export function shuffled<T>(array: ArrayLike<T>, stream: RandomStream): T[] {
  const result = Array.from(array);
  for (let i = result.length - 1; i > 0; i--) {
    const j = stream.integer(i + 1);
    const value = result[i];
    result[i] = result[j];
    result[j] = value;
  }
  return result;
}
