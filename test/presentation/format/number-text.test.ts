import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberText, raised } from "../../../src/presentation/format/number-text.ts";

const plain = (text: string) => text.replaceAll("\u202f", " ");

describe("numberText", () => {
  it("groups whole numbers by three with narrow spaces", () => {
    expect(numberText(1234567)).toBe("1\u202f234\u202f567");
    expect(plain(numberText(2 ** 40))).toBe("1 099 511 627 776");
    expect(numberText(999)).toBe("999");
    expect(plain(numberText(10n ** 20n))).toBe("100 000 000 000 000 000 000");
  });

  it("rounds large fractions to whole numbers and keeps three digits of small ones", () => {
    expect(plain(numberText(1234.56))).toBe("1 235");
    expect(numberText(12.345)).toBe("12.3");
    expect(numberText(0.5)).toBe("0.5");
    expect(plain(numberText(99.96))).toBe("100");
  });

  it("never writes an unknown count as 0", () => {
    expect(numberText(null)).toBe("unavailable");
    expect(numberText(Number.NaN)).toBe("unavailable");
    expect(numberText(0)).toBe("0");
  });

  it("writes a real minus sign and infinities", () => {
    expect(plain(numberText(-12345))).toBe("−12 345");
    expect(numberText(Number.POSITIVE_INFINITY)).toBe("∞");
    expect(numberText(Number.NEGATIVE_INFINITY)).toBe("−∞");
    expect(numberText(-0)).toBe("0");
  });

  it("shortens with SI prefixes, the rounded value deciding which", () => {
    const short = (value: number) => plain(numberText(value, { style: "short" }));
    expect(short(999)).toBe("999");
    expect(short(999.6)).toBe("1 k");
    expect(short(1234567)).toBe("1.23 M");
    expect(short(999_999)).toBe("1 M");
    expect(short(3e6)).toBe("3 M");
    expect(short(2 ** 40)).toBe("1.1 T");
    expect(short(-2500)).toBe("−2.5 k");
    expect(short(5e21)).toBe("5 000 E");
  });

  it("writes powers of two as such and other numbers grouped", () => {
    expect(numberText(65536, { style: "power" })).toBe("2¹⁶");
    expect(numberText(2, { style: "power" })).toBe("2¹");
    expect(numberText(1, { style: "power" })).toBe("1");
    expect(plain(numberText(65537, { style: "power" }))).toBe("65 537");
    expect(numberText(0.5, { style: "power" })).toBe("0.5");
    expect(numberText(0, { style: "power" })).toBe("0");
  });

  it("keeps significant digits, with a power of ten far from 1", () => {
    const significant = (value: number, digits = 3) =>
      plain(numberText(value, { style: "significant", digits }));
    expect(significant(0.012345)).toBe("0.0123");
    expect(significant(1.5e-9)).toBe("1.5 × 10⁻⁹");
    expect(significant(1.2345e12, 2)).toBe("1.2 × 10¹²");
    expect(significant(Math.PI, 5)).toBe("3.1416");
    expect(significant(123456)).toBe("123 000");
  });

  it("says every whole number exactly: without the spaces it is the number", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const text = numberText(value).replaceAll("\u202f", "").replace("−", "-");
        expect(Number(text)).toBe(value);
      }),
    );
  });

  it("refuses digits that cannot be", () => {
    for (const digits of [0, 16, 2.5, Number.NaN]) {
      expect(() => numberText(1, { digits })).toThrow(RangeError);
    }
  });
});

describe("raised", () => {
  it("lifts digits and the minus sign", () => {
    expect(raised(-1234567890)).toBe("⁻¹²³⁴⁵⁶⁷⁸⁹⁰");
  });
});
