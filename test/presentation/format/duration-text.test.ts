import { expect, it } from "vitest";
import { durationText } from "../../../src/presentation/format/duration-text.ts";

it("durationText chooses the unit that a person would", () => {
  const lengths = [
    0, 0.00084, 0.84, 0.9999, 1, 12.34, 999.9, 4210, 59_949, 59_960, 60_000, 125_000, 3_599_600, 3_780_000,
    7_200_000,
  ];
  expect(lengths.map((length) => durationText(length).replaceAll("\u202f", " "))).toEqual([
    "0 s",
    "0.84 µs",
    "840 µs",
    "1 ms",
    "1 ms",
    "12.3 ms",
    "1 s",
    "4.21 s",
    "59.9 s",
    "1 min",
    "1 min",
    "2 min 5 s",
    "1 h",
    "1 h 3 min",
    "2 h",
  ]);
});

it("durationText says unavailable for what is not known and refuses negative lengths", () => {
  expect(durationText(null)).toBe("unavailable");
  expect(durationText(Number.NaN)).toBe("unavailable");
  expect(() => durationText(-1)).toThrow(RangeError);
});
