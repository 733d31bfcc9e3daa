import { distinctIndices } from "../../src/random/distinct-indices.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import type { MarkedSet } from "../../src/simulator/search/marked-set.ts";

/** A marked set with a given number of random positions. */
export function randomMarked(size: number, count: number, seed = 1): MarkedSet {
  return {
    size,
    positions: distinctIndices(count, size, seededRandom(seed).split("marked", size).split("count", count)),
  };
}
