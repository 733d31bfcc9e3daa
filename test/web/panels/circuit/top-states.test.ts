import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../src/index.ts";
import { topStates } from "../../../../src/web/panels/circuit/top-states.ts";

describe("topStates", () => {
  it("gives what sorting all states gives, ties by number", () => {
    const random = seededRandom(7);
    for (const size of [1, 5, 300]) {
      const re = Float64Array.from({ length: size }, () => random.integer(6) - 3);
      const im = Float64Array.from({ length: size }, () => random.integer(3) - 1);
      const weight = (k: number) => re[k] ** 2 + im[k] ** 2;
      const sorted = Array.from({ length: size }, (_, k) => k)
        .filter((k) => weight(k) > 0)
        .sort((a, b) => weight(b) - weight(a) || a - b);
      expect(topStates(re, im, 10)).toEqual(sorted.slice(0, 10));
    }
  });
});
