import { expect, it } from "vitest";
import type { Permutation } from "../../src/random/permutation.ts";
import type { RandomStream } from "../../src/random/random-stream.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectUniform } from "./chi-square.ts";

/** The laws that every way of making a permutation must keep. */
export function itIsAKeyedPermutation(make: (size: number, stream: RandomStream) => Permutation): void {
  it("is a bijection with the right inverse for all sizes up to 70 and some above", () => {
    const sizes = [
      ...Array.from({ length: 70 }, (_, i) => i + 1),
      97,
      100,
      127,
      128,
      129,
      255,
      1000,
      4096,
      4099,
    ];
    for (const size of sizes) {
      const permutation = make(size, seededRandom(1).split("size", size));
      const seen = new Uint8Array(size);
      for (let i = 0; i < size; i++) {
        const image = permutation.at(i);
        if (!(image < size) || seen[image] === 1)
          throw new Error(`size ${size}: ${i} ↦ ${image} is no bijection`);
        seen[image] = 1;
        if (permutation.inverse(image) !== i)
          throw new Error(`size ${size}: ${image} is not led back to ${i}`);
      }
      expect(permutation.size).toBe(size);
    }
  });

  it("gives each of the 24 permutations of 4 elements equally often over keys", () => {
    // 24000 keys, chi-square on 23 degrees of freedom, false alarm 1e-6.
    const root = seededRandom(2);
    const counts = new Map<string, number>();
    for (let key = 0; key < 24000; key++) {
      const permutation = make(4, root.split("key", key));
      const name = [0, 1, 2, 3].map((i) => permutation.at(i)).join("");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expectUniform([...counts.values()]);
  });

  it("sends each index anywhere and neighbours independently of each other, over keys", () => {
    // Image of 5 over 40 places, and the pair (image of 0, image of 1) over 40·39 pairs; false alarm 1e-6 each.
    const root = seededRandom(3);
    const images = new Float64Array(40);
    const pairs = new Float64Array(40 * 39);
    for (let key = 0; key < 16000; key++) {
      const permutation = make(40, root.split("key", key));
      images[permutation.at(5)]++;
      const first = permutation.at(0);
      const second = permutation.at(1);
      pairs[first * 39 + (second > first ? second - 1 : second)]++;
    }
    expectUniform(images);
    expectUniform(pairs);
  });

  it("has one fixed point on average", () => {
    // Mean and variance 1 each; 3000 keys, 5 standard deviations, 6e-7.
    const root = seededRandom(4);
    let fixed = 0;
    for (let key = 0; key < 3000; key++) {
      const permutation = make(101, root.split("key", key));
      for (let i = 0; i < 101; i++) if (permutation.at(i) === i) fixed++;
    }
    expect(Math.abs(fixed - 3000)).toBeLessThan(5 * Math.sqrt(3000));
  });

  it("depends on the key alone, not on what was drawn", () => {
    const stream = seededRandom(5);
    const before = make(1000, stream);
    stream.uniform();
    const after = make(1000, stream);
    for (let i = 0; i < 1000; i++) expect(after.at(i)).toBe(before.at(i));
  });

  it("refuses indices outside", () => {
    const permutation = make(10, seededRandom(6));
    for (const index of [-1, 10, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => permutation.at(index)).toThrow(/Permutation: expected a whole index from 0 to 9, got/);
      expect(() => permutation.inverse(index)).toThrow(
        /Permutation: expected a whole index from 0 to 9, got/,
      );
    }
  });
}
