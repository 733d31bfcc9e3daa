import type { ListedValue, ValueOracle } from "../oracles/value-oracle.ts";
import { distinctIndices } from "../random/distinct-indices.ts";
import type { RandomStream } from "../random/random-stream.ts";
import type { SearchResult } from "../simulator/search/search-result.ts";
import { complete } from "../task/complete.ts";
import type { Task } from "../task/task.ts";
import { certifyNoneLeft } from "./certify-none-left.ts";
import { leastCutOff } from "./find-all.ts";
import { unknownCountSearch } from "./unknown-count-search.ts";

/** How the K largest values are searched for. */
export interface FindLargestOptions {
  readonly random: RandomStream;
  /** K, from 1 to N. */
  readonly count: number;
  /** Probability with which a value among the K largest may be missed. */
  readonly missProbability: number;
}

/** The K largest values that were found. */
export interface FindLargestResult {
  /** Largest first; ties in ascending position. */
  readonly largest: readonly ListedValue[];
  readonly iterations: number;
  readonly checks: number;
  /** How often a listed value was replaced by a larger one. */
  readonly replacements: number;
}

/**
 * Finds the K largest of N values: a list of K, whose least member is replaced while a larger value is found outside.
 *
 * The list starts with K random positions. The threshold is its least value; the members are excluded from the search.
 * When BBHT gives up, a fixed-point certificate decides, as in findAll; its miss probability covers the whole run, since
 * every find leaves fewer values to find. Among ties with the least value any may be listed.
 *
 * Queries: O(√(NK)) expected: about K·ln(N/K) replacements, and with r values left above the threshold a search costs
 * √(N/r). Measured: up to 3.3·√(NK) + 3.8·√N iterations for N up to 2^16 and K up to 128, at 2 queries each.
 * Errors: RangeError for a count outside 1 … N or a miss probability outside (0, 1).
 *
 * @example findLargest(values, { count: 10, missProbability: 1e-3, random: seededRandom(7) }).largest
 *
 * Source: Dürr, Heiligman, Høyer, Mhalla, quant-ph/0401091; the certificate at the end is derived.
 */
export function findLargest(values: ValueOracle, options: FindLargestOptions): FindLargestResult {
  return complete(findLargestTask(values, options));
}

/** findLargest as a task that reports after each replacement. */
export function* findLargestTask(values: ValueOracle, options: FindLargestOptions): Task<FindLargestResult> {
  const { random, count, missProbability } = options;
  if (!Number.isInteger(count) || count < 1 || count > values.size) {
    throw new RangeError(
      `findLargest: expected a count that is a whole number from 1 to ${values.size}, got ${count}; there are ${values.size} values.`,
    );
  }
  const listed = [...distinctIndices(count, values.size, random)].map(
    (position): ListedValue => ({ position, value: values.read(position) }),
  );
  listed.sort(largestFirst);
  let iterations = 0;
  let checks = 0;
  let replacements = 0;
  const book = (result: SearchResult): number | null => {
    iterations += result.iterations;
    checks += result.checks;
    return result.position;
  };
  for (;;) {
    const least = listed[count - 1];
    const above = values.above(least.value, new Set(listed.map(({ position }) => position)));
    let position = book(unknownCountSearch(above, { random, cutOff: leastCutOff }));
    if (position === null) position = book(certifyNoneLeft(above, { random, missProbability }));
    if (position === null) return { largest: listed, iterations, checks, replacements };
    replacements++;
    listed.pop();
    const entry = { position, value: above.found(position) };
    const at = listed.findIndex((other) => largestFirst(entry, other) < 0);
    listed.splice(at < 0 ? listed.length : at, 0, entry);
    yield { stage: "largest values", done: replacements, total: replacements + 1 };
  }
}

function largestFirst(a: ListedValue, b: ListedValue): number {
  return a.value === b.value ? a.position - b.position : b.value - a.value;
}
