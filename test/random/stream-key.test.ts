import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveKey, formatKey, parseKey } from "../../src/random/stream-key.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });
const parent = { high: 0x01234567, low: 0x89abcdef };

describe("stream keys", () => {
  it("are read back from their 16 digits", () => {
    fc.assert(
      fc.property(word, word, (high, low) => {
        expect(parseKey(formatKey({ high, low }))).toEqual({ high, low });
      }),
      { seed: 1 },
    );
    expect(formatKey(parent)).toBe("0123456789abcdef");
  });

  it.each(["", "0123", "0123456789ABCDEF", "0123456789abcdeg", "0123456789abcdef0"])(
    "are refused when written as %j",
    (text) => {
      expect(() => parseKey(text)).toThrow(/RandomStream\.key: expected 16 hexadecimal digits, got/);
    },
  );

  it("differ for purposes that differ by a padding, a split point or an index beyond 32 bits", () => {
    const keys = [
      ["a", 0],
      ["a\0", 0],
      ["a\0\0\0\0\0", 0],
      ["a\0\0\0\0\0\0", 0],
      ["\0a", 0],
      ["aaaaaa", 0],
      ["aaaaaaa", 0],
      ["a", 1],
      ["a", 2 ** 32],
      ["a", 2 ** 32 + 1],
      ["a", 2 ** 53 - 1],
      ["é", 0],
      ["\ud800", 0],
    ].map(([purpose, index]) => formatKey(deriveKey(parent, purpose as string, index as number)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("change in about half of their bits when one bit of parent or index changes", () => {
    // 64 bits × 2000 pairs of a fair coin: mean 32, standard deviation of the average 4/√2000 = 0.09; 6 of them.
    let changed = 0;
    for (let i = 0; i < 2000; i++) {
      const bit = 2 ** (i % 32);
      const before = i % 2 === 0 ? deriveKey({ high: i, low: 5 }, "x", 3) : deriveKey(parent, "x", i);
      const after =
        i % 2 === 0
          ? deriveKey({ high: (i ^ bit) >>> 0, low: 5 }, "x", 3)
          : deriveKey(parent, "x", (i ^ bit) >>> 0);
      changed += bitCount(before.high ^ after.high) + bitCount(before.low ^ after.low);
    }
    expect(Math.abs(changed / 2000 - 32)).toBeLessThan(0.54);
  });
});

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value >>> 0; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
