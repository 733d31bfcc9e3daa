import { describe, expect, it } from "vitest";
import { keyedHash } from "../../src/random/keyed-hash.ts";
import { keyedHashInteger } from "../../src/random/keyed-hash-integer.ts";
import { seededRandom } from "../../src/random/seeded-random.ts";
import { expectUniform } from "../support/chi-square.ts";

describe("keyedHashInteger", () => {
  it("gives these values for seed 7, in every later version too", () => {
    expect([0, 1, 2, 3, 4, 5, 2 ** 40].map(keyedHashInteger(seededRandom(7), 7))).toEqual([
      1, 5, 4, 2, 1, 0, 2,
    ]);
  });

  it.each([1, 2, 7, 100])("is uniform below %d, also for pairs of neighbours", (bound) => {
    const hash = keyedHashInteger(seededRandom(1), bound);
    const pairs = new Float64Array(bound * bound);
    for (let i = 0; i < 60000; i++) pairs[hash(2 ** 40 + i) * bound + hash(2 ** 40 + i + 1)]++;
    if (bound === 1) expect([...pairs]).toEqual([60000]);
    else expectUniform(pairs);
  });

  it("shows no modulo bias for a bound of three quarters of 2^32", () => {
    const hash = keyedHashInteger(seededRandom(2), 3 * 2 ** 30);
    const thirds = new Float64Array(3);
    for (let i = 0; i < 30000; i++) thirds[Math.floor(hash(i) / 2 ** 30)]++;
    expectUniform(thirds);
  });

  it("is the same function whenever it is made, and independent of keyedHash", () => {
    const stream = seededRandom(3);
    const hash = keyedHashInteger(stream, 8);
    stream.uniform();
    const again = keyedHashInteger(stream, 8);
    const real = keyedHash(stream);
    const pairs = new Float64Array(64);
    for (let i = 0; i < 20000; i++) {
      if (again(i) !== hash(i)) throw new Error(`not a function at ${i}`);
      pairs[8 * hash(i) + Math.floor(8 * real(i))]++;
    }
    expectUniform(pairs);
  });

  it.each([0, -7, 2.5, Number.NaN, 2 ** 32 + 1])("refuses the bound %d", (bound) => {
    expect(() => keyedHashInteger(seededRandom(1), bound)).toThrow(/keyedHashInteger: expected a bound/);
  });
});
