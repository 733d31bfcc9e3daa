import { describe, expect, it } from "vitest";
import { feistelPermutation } from "../../src/random/feistel-permutation.ts";
import { keyedPermutation, largestPermutationTable } from "../../src/random/keyed-permutation.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { tablePermutation } from "../../src/random/table-permutation.ts";

describe("keyedPermutation", () => {
  it("gives these images for seed 7, in every later version too", () => {
    const small = keyedPermutation(10, seededRandom(7));
    expect(Array.from({ length: 10 }, (_, i) => small.at(i))).toEqual([5, 9, 7, 1, 2, 6, 0, 8, 4, 3]);
    const large = keyedPermutation(2 ** 40, seededRandom(7));
    expect([0, 1, 2 ** 39].map((i) => large.at(i))).toEqual([602303917056, 808812258320, 778444079570]);
  });

  it("is a shuffled table up to size 2^22 and a Feistel network above", () => {
    const table = keyedPermutation(largestPermutationTable, seededRandom(1));
    const shuffle = tablePermutation(largestPermutationTable, seededRandom(1));
    const network = keyedPermutation(largestPermutationTable + 1, seededRandom(1));
    const feistel = feistelPermutation(largestPermutationTable + 1, seededRandom(1));
    for (let i = 0; i < 100; i++) {
      expect(table.at(i)).toBe(shuffle.at(i));
      expect(table.inverse(table.at(i))).toBe(i);
      expect(network.at(i)).toBe(feistel.at(i));
    }
  });

  it("knows the size 1", () => {
    const only = keyedPermutation(1, seededRandom(1));
    expect([only.at(0), only.inverse(0)]).toEqual([0, 0]);
  });

  it.each([0, -3, 2.5, Number.NaN, 2 ** 53 + 2])("refuses the size %d", (size) => {
    expect(() => keyedPermutation(size, seededRandom(1))).toThrow(/keyedPermutation: expected a size/);
  });
});
