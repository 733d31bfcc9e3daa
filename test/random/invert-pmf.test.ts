import { describe, expect, it } from "vitest";
import { invertPmf } from "../../src/random/invert-pmf.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";

/** A stream whose uniform numbers are given. */
function scripted(...numbers: number[]): RandomStream {
  return Object.assign(Object.create(seededRandom(1)), { uniform: () => numbers.shift() });
}

describe("invertPmf", () => {
  // Probabilities 1/2, 1/4, 1/8, …
  const geometric = (stream: RandomStream) => invertPmf(0.5, () => 0.5, 20, stream);

  it("gives the smallest k whose cumulated probability exceeds the uniform number", () => {
    expect([0, 0.49, 0.5, 0.74, 0.75, 0.9].map((u) => geometric(scripted(u)))).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it("draws again where rounding left the total below the uniform number", () => {
    expect(geometric(scripted(1 - 2 ** -40, 0.6))).toBe(1);
  });
});
