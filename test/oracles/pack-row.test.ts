import { describe, expect, it } from "vitest";
import { packRow, unpackRow } from "../../src/oracles/pack-row.ts";

describe("packRow", () => {
  it("puts entry 0 lowest, negative entries in two's complement", () => {
    expect(packRow([1, -1], 3)).toBe(0b111_001);
    expect(packRow([-4, 3], 3)).toBe(0b011_100);
  });

  it("is undone by unpackRow for every pattern, up to 32 bits", () => {
    for (let pattern = 0; pattern < 64; pattern++) {
      expect(packRow(unpackRow(pattern, 2, 3), 3)).toBe(pattern);
    }
    expect(packRow(unpackRow(0xf3a1b2c9, 4, 8), 8)).toBe(0xf3a1b2c9);
    expect([...unpackRow(0xf3a1b2c9, 4, 8)]).toEqual([-55, -78, -95, -13]);
  });

  it("refuses entries that do not fit", () => {
    expect(() => packRow([4], 3)).toThrow(/whole entries from -4 to 3 for 3 bits, got 4/);
    expect(() => packRow([-5], 3)).toThrow(RangeError);
    expect(() => packRow([0.5], 3)).toThrow(RangeError);
    expect(() => packRow([0, 0, 0], 11)).toThrow(/1 to 32 bits in all/);
    expect(() => packRow([], 3)).toThrow(RangeError);
  });
});
