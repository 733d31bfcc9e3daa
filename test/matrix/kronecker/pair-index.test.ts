import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactPairIndex, pairIndex, splitPairIndex } from "../../../src/matrix/kronecker/pair-index.ts";

describe("pairIndex", () => {
  it("is i · rows(B) + j for two factors", () => {
    expect(pairIndex([3, 17], [100, 50])).toBe(3 * 50 + 17);
    expect(pairIndex([1, 2, 3], [4, 5, 6])).toBe((1 * 5 + 2) * 6 + 3);
    expect(pairIndex([], [])).toBe(0);
  });

  it("is undone by splitPairIndex and equals the bigint form, for any sizes below 2^53", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 1, max: 2 ** 13 }), { minLength: 1, maxLength: 4 })
          .chain((rows) =>
            fc.tuple(
              fc.constant(rows),
              fc.tuple(...rows.map((count) => fc.integer({ min: 0, max: count - 1 }))),
            ),
          ),
        ([rows, indices]) => {
          const flat = pairIndex(indices, rows);
          expect(splitPairIndex(flat, rows)).toEqual(indices);
          expect(exactPairIndex(indices, rows)).toBe(BigInt(flat));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it("is exact up to the last row of 2^53", () => {
    const rows = [2 ** 26, 2 ** 27];
    const last = [2 ** 26 - 1, 2 ** 27 - 1];
    expect(pairIndex(last, rows)).toBe(2 ** 53 - 1);
    expect(splitPairIndex(2 ** 53 - 1, rows)).toEqual(last);
  });

  it("refuses a product beyond 2^53, where exactPairIndex still counts", () => {
    const rows = [2 ** 40, 2 ** 40];
    expect(() => pairIndex([1, 0], rows)).toThrow(/at most 2\^53 rows .* got 1099511627776 × 1099511627776/);
    expect(() => splitPairIndex(0, rows)).toThrow(RangeError);
    expect(exactPairIndex([2 ** 40 - 1, 2 ** 40 - 1], rows)).toBe(2n ** 80n - 1n);
  });

  it("refuses indices outside and of the wrong number", () => {
    for (const index of [pairIndex, exactPairIndex]) {
      expect(() => index([3], [3, 4])).toThrow(/expected 2 indices, got 1/);
      expect(() => index([3, 0], [3, 4])).toThrow(/factor 0 from 0 to 2, got 3/);
      expect(() => index([0, -1], [3, 4])).toThrow(RangeError);
      expect(() => index([0, 0.5], [3, 4])).toThrow(RangeError);
    }
    expect(() => splitPairIndex(12, [3, 4])).toThrow(/from 0 to 11, got 12/);
    expect(() => splitPairIndex(-1, [3, 4])).toThrow(RangeError);
    expect(() => splitPairIndex(Number.NaN, [3, 4])).toThrow(RangeError);
  });
});
