import { describe, expect, it } from "vitest";
import {
  parseBytes,
  parseColumns,
  parseConstant,
  parseNumber,
  parseRows,
  parseSeed,
  parseWhole,
} from "../../../src/cli/options/parse-value.ts";

describe("values on the command line", () => {
  it.each([
    ["100", 100],
    ["1e9", 1e9],
    ["512M", 2 ** 29],
    ["1.5 GiB", 1.5 * 2 ** 30],
    ["8GB", 2 ** 33],
    ["2k", 2048],
    ["7B", 7],
  ])("parseBytes(%j) is %d", (text, bytes) => expect(parseBytes(text)).toBe(bytes));

  it.each(["", "M", "-1G", "1X", "0", "1e999"])("parseBytes(%j) is refused", (text) => {
    expect(() => parseBytes(text)).toThrow(/Expected an amount of memory/);
  });

  it("parseSeed tells numbers from texts", () => {
    expect([parseSeed("7"), parseSeed("007"), parseSeed("seven"), parseSeed("-1")]).toEqual([
      7,
      7,
      "seven",
      "-1",
    ]);
    expect(() => parseSeed("")).toThrow(/empty text/);
    expect(() => parseSeed(`${2 ** 53}`)).toThrow(/2\^53/);
  });

  it("parseColumns collects lists for all files and for single ones", () => {
    expect(parseColumns("2: a, 0", parseColumns("x"))).toEqual([
      { factor: null, columns: ["x"] },
      { factor: 2, columns: ["a", 0] },
    ]);
    expect(parseColumns("time:utc")).toEqual([{ factor: null, columns: ["time:utc"] }]);
    expect(() => parseColumns("0:a")).toThrow(/count from 1/);
    expect(() => parseColumns("1:")).toThrow(/names or indices/);
    expect(() => parseColumns("1:b", parseColumns("1:a"))).toThrow(/factor 1 once/);
  });

  it("parseNumber and parseWhole take decimal numbers only", () => {
    expect([parseNumber("1e-3"), parseNumber("-.5")]).toEqual([0.001, -0.5]);
    for (const text of ["", " ", "x", "1,5", "Infinity"]) expect(() => parseNumber(text)).toThrow(/a number/);
    expect(parseWhole(0)("0")).toBe(0);
    for (const text of ["", "1.5", "-1", "1e3", "99999999999999999"]) {
      expect(() => parseWhole(0)(text)).toThrow(/whole number/);
    }
    expect(() => parseWhole(1)("0")).toThrow(/≥ 1/);
  });

  it("parseConstant takes a name or a number, parseRows a list", () => {
    expect([parseConstant("rigorous"), parseConstant("0.5")]).toEqual(["rigorous", 0.5]);
    expect(() => parseConstant("tight")).toThrow(/rigorous, practical or a number/);
    expect(parseRows("1,5, 9")).toEqual([1, 5, 9]);
    expect(() => parseRows("1,,2")).toThrow(/whole number/);
  });
});
