import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyedHash } from "../../src/random/keyed-hash.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectUniform } from "../support/chi-square.ts";

describe("keyedHash", () => {
  it("gives these values for seed 7, in every later version too", () => {
    expect([0, 1, 2 ** 32, 2 ** 53 - 1].map(keyedHash(seededRandom(7)))).toEqual([
      0.9326050149022322, 0.5271797593846814, 0.42770785563166813, 0.9417339212851659,
    ]);
  });

  it("is a function: the same index gives the same value in any order, also after draws", () => {
    const stream = seededRandom(1);
    const hash = keyedHash(stream);
    stream.uniform();
    const again = keyedHash(stream);
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (i, j) => {
        const value = hash(i);
        again(j);
        expect(again(i)).toBe(value);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
      }),
      { seed: 1 },
    );
  });

  it("does not touch the stream", () => {
    const hashed = seededRandom(1);
    keyedHash(hashed)(5);
    expect(hashed.uniform()).toBe(seededRandom(1).uniform());
  });

  it("is uniform and shows no dependence between indices that differ by 1, by 2^32 or in the key", () => {
    // Pairs on a 16×16 grid, false alarm 1e-6 each.
    const hash = keyedHash(seededRandom(2).split("level", 0));
    const fresh = keyedHash(seededRandom(2).split("level", 1));
    const partner = [
      (i: number) => hash(i + 1),
      (i: number) => hash(i + 2 ** 32),
      (i: number) => hash(2 ** 53 - 1 - i),
      (i: number) => fresh(i),
    ];
    for (const other of partner) {
      const counts = new Float64Array(256);
      for (let i = 0; i < 40000; i++) counts[16 * Math.floor(16 * hash(i)) + Math.floor(16 * other(i))]++;
      expectUniform(counts);
    }
  });

  it("gives different values to 2^17 indices: 53 bits collide once in a million such sets", () => {
    const hash = keyedHash(seededRandom(3));
    const values = Float64Array.from({ length: 2 ** 17 }, (_, i) => hash(i * 12345)).sort();
    let repeats = 0;
    for (let i = 1; i < values.length; i++) if (values[i] === values[i - 1]) repeats++;
    expect(repeats).toBe(0);
  });

  it("refuses a stream whose key it cannot read", () => {
    const odd = { ...seededRandom(1), key: "odd" } as ReturnType<typeof seededRandom>;
    expect(() => keyedHash(odd)).toThrow(/RandomStream\.key/);
  });
});
