import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox4x32 } from "../../src/random/philox.ts";

/** The definition with whole 64-bit products: slow and obvious. */
function philoxByBigInt(counter: readonly number[], key: readonly number[]): number[] {
  const word = 0xffffffffn;
  let [a, b, c, d] = counter.map(BigInt);
  let [k, l] = key.map(BigInt);
  for (let round = 0; round < 10; round++) {
    const first = 0xd2511f53n * a;
    const second = 0xcd9e8d57n * c;
    [a, b, c, d] = [(second >> 32n) ^ b ^ k, second & word, (first >> 32n) ^ d ^ l, first & word];
    k = (k + 0x9e3779b9n) & word;
    l = (l + 0xbb67ae85n) & word;
  }
  return [a, b, c, d].map(Number);
}

function philox(counter: readonly number[], key: readonly number[]): number[] {
  const out = new Uint32Array(4);
  philox4x32(counter[0], counter[1], counter[2], counter[3], key[0], key[1], out);
  return [...out];
}

describe("philox4x32", () => {
  // The three lines "philox4x32 10" of the file of known answers that comes with Random123.
  const knownAnswers = [
    {
      counter: [0, 0, 0, 0],
      key: [0, 0],
      block: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    },
    {
      counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      key: [0xffffffff, 0xffffffff],
      block: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    },
    {
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      key: [0xa4093822, 0x299f31d0],
      block: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    },
  ];

  it.each(knownAnswers)("gives the published answer for counter $counter", ({ counter, key, block }) => {
    expect(philox(counter, key)).toEqual(block);
  });

  it("agrees with 64-bit products for every counter and key", () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(philox(counter, key)).toEqual(philoxByBigInt(counter, key));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("takes signed and unsigned words alike", () => {
    expect(philox([-1, -1, -1, -1], [-1, -1])).toEqual(knownAnswers[1].block);
  });
});
