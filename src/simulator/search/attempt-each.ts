import type { RandomStream } from "../../random/random-stream.ts";
import type { SearchRegister } from "./search-register.ts";
import type { SearchResult } from "./search-result.ts";

/** The attempts of SearchRegister.attemptEach one by one: what every register does, and the reference for those with a short cut. */
export function attemptEach(
  register: Pick<SearchRegister, "attempt">,
  ranges: readonly number[],
  random: RandomStream,
  maxIterations = Number.POSITIVE_INFINITY,
): SearchResult {
  let iterations = 0;
  let checks = 0;
  for (const range of ranges) {
    const count = random.integer(range);
    if (iterations + count > maxIterations) break;
    const position = register.attempt(count, random);
    iterations += count;
    checks++;
    if (position !== null) return { position, iterations, checks };
  }
  return { position: null, iterations, checks };
}
