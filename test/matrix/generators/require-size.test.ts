import { describe, expect, it } from "vitest";
import { requireShape, requireSize } from "../../../src/matrix/generators/require-size.ts";

describe("requireSize", () => {
  it("accepts whole numbers in the range, ends included", () => {
    expect(() => requireSize("g", "rows", 1)).not.toThrow();
    expect(() => requireSize("g", "rows", Number.MAX_SAFE_INTEGER)).not.toThrow();
    expect(() => requireSize("g", "rank", 0, 0, 3)).not.toThrow();
    expect(() => requireSize("g", "rank", 3, 0, 3)).not.toThrow();
  });

  it("names the generator, the size, the range and the value", () => {
    expect(() => requireSize("g", "rank", 4, 0, 3)).toThrow(
      "g: expected rank to be a whole number from 0 to 3, got 4; choose a value in that range.",
    );
    expect(() => requireSize("g", "rows", 2 ** 53)).toThrow(/≥ 1, got 9007199254740992/);
  });
});

describe("requireShape", () => {
  it("accepts 2^27 entries and no more", () => {
    expect(() => requireShape("g", 2 ** 26, 2)).not.toThrow();
    expect(() => requireShape("g", 2 ** 26 + 1, 2)).toThrow(RangeError);
  });
});
