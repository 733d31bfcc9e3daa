import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, isMissing } from "../../../src/matrix/readers/decimal.ts";
import { written } from "../../support/matrix-arbitrary.ts";

describe("decimal", () => {
  it("reads back every finite double that was written", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimal(written(value))).toBe(value);
        expect(decimal(` ${written(value)}\r`)).toBe(value);
      }),
    );
  });

  it.each(["+1", "1.", ".5", "1e3", "1E+3", "-0", "00012"])("takes %s", (text) => {
    expect(decimal(text)).toBe(Number(text));
  });

  it.each([
    "",
    " ",
    "\t",
    "0x1F",
    " 0x1F",
    "0b1",
    "0o7",
    "0X1",
    "1,5",
    "1 2",
    "1_000",
    "x",
    "--1",
    "1e",
    "12abc",
  ])("gives NaN for %j", (text) => {
    expect(decimal(text)).toBeNaN();
  });

  it("gives an infinite number where the text does or exceeds the range", () => {
    expect(decimal("-Infinity")).toBe(-Infinity);
    expect(decimal("1e400")).toBe(Infinity);
  });
});

describe("isMissing", () => {
  it.each(["", " ", "NA", "n/a", "NaN", "null", "None", "?", ".", " na\r"])("is true of %j", (text) => {
    expect(isMissing(text)).toBe(true);
  });

  it.each(["0", "-", "x", "Infinity", "missing"])("is false of %j", (text) => {
    expect(isMissing(text)).toBe(false);
  });
});
