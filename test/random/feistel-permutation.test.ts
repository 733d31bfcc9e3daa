import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feistelPermutation } from "../../src/random/feistel-permutation.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectUniform } from "../support/chi-square.ts";
import { itIsAKeyedPermutation } from "../support/permutation-law.ts";

describe("feistelPermutation", () => {
  itIsAKeyedPermutation(feistelPermutation);

  it.each([2 ** 32 - 1, 2 ** 32 + 1, 2 ** 40, 2 ** 40 + 12345, 3 ** 33, 2 ** 53 - 1, 2 ** 53])(
    "leads back from every image at size %d",
    (size) => {
      const permutation = feistelPermutation(size, seededRandom(7));
      const index = fc.oneof(
        fc.maxSafeNat().map((i) => i % size),
        fc.nat(20),
        fc.nat(20).map((i) => size - 1 - i),
      );
      fc.assert(
        fc.property(index, (i) => {
          const image = permutation.at(i);
          expect(Number.isInteger(image) && image >= 0 && image < size).toBe(true);
          expect(permutation.inverse(image)).toBe(i);
          expect(permutation.at(permutation.inverse(i))).toBe(i);
        }),
        { numRuns: 300, seed: 1 },
      );
    },
  );

  it.each([2 ** 23 + 9, 2 ** 40, 2 ** 40 + 12345, 2 ** 53])(
    "spreads 0, 1, 2, … evenly and without pattern at size %d",
    (size) => {
      // High part, low part, and pairs of neighbours; 30000 images, chi-square, false alarm 1e-6 each.
      const permutation = feistelPermutation(size, seededRandom(8));
      const high = new Float64Array(256);
      const low = new Float64Array(61);
      const pairs = new Float64Array(256);
      const bin = (image: number, bins: number) => Math.floor((image / size) * bins);
      let before = permutation.at(0);
      for (let i = 1; i <= 30000; i++) {
        const image = permutation.at(i);
        high[bin(image, 256)]++;
        low[image % 61]++;
        pairs[16 * bin(before, 16) + bin(image, 16)]++;
        before = image;
      }
      expectUniform(high);
      expectUniform(low);
      expectUniform(pairs);
    },
  );

  it("gives different images under neighbouring keys", () => {
    // The images of 0 under 10000 keys fill 100 bins evenly.
    const counts = new Float64Array(100);
    for (let key = 0; key < 10000; key++) {
      const image = feistelPermutation(2 ** 40, seededRandom(9).split("key", key)).at(0);
      counts[Math.floor((image / 2 ** 40) * 100)]++;
    }
    expectUniform(counts);
  });
});
