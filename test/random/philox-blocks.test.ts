import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { philoxBlocks, plainBlocks } from "../../src/random/philox-blocks.ts";

type Blocks = typeof philoxBlocks;

function words(blocks: Blocks, counter: readonly number[], key: readonly number[], count: number): number[] {
  const out = new Uint32Array(count);
  blocks(counter[0], counter[1], counter[2], counter[3], key[0], key[1], out);
  return [...out];
}

describe("philoxBlocks", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

  it("gives the blocks of the plain kernel, for every number of blocks", () => {
    const counts = fc.oneof(
      fc.integer({ min: 1, max: 64 }).map((blocks) => 4 * blocks),
      fc.constantFrom(1024, 8192, 8208, 16384),
    );
    const first = fc.integer({ min: 0, max: 2 ** 32 - 4096 });
    fc.assert(
      fc.property(
        first,
        fc.tuple(word, word, word),
        fc.tuple(word, word),
        counts,
        (c0, [c1, c2, c3], key, count) => {
          const counter = [c0, c1, c2, c3];
          expect(words(philoxBlocks, counter, key, count)).toEqual(words(plainBlocks, counter, key, count));
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it("begins with the known answer of Random123 and reaches the last counter", () => {
    expect(words(philoxBlocks, [0, 0, 0, 0], [0, 0], 16).slice(0, 4)).toEqual([
      0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8,
    ]);
    const ones = 0xffffffff;
    expect(words(philoxBlocks, [2 ** 32 - 4, ones, ones, ones], [ones, ones], 16).slice(12)).toEqual([
      0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
    ]);
  });

  it("gives the same numbers where the host refuses WebAssembly", async () => {
    const expected = words(philoxBlocks, [3, 1, 4, 1], [5, 9], 64);
    vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    const fresh = await import("../../src/random/philox-blocks.ts");
    expect(words(fresh.philoxBlocks, [3, 1, 4, 1], [5, 9], 64)).toEqual(expected);
  });
});
