import { describe, expect, it } from "vitest";
import { identityMatrix } from "../../../src/matrix/generators/identity-matrix.ts";

describe("identityMatrix", () => {
  it("has ones on the diagonal and zeros elsewhere", () => {
    expect([...identityMatrix({ size: 3 }).data]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it("refuses sizes that are no sizes or too large", () => {
    expect(() => identityMatrix({ size: 0 })).toThrow(RangeError);
    expect(() => identityMatrix({ size: 2 ** 14 })).toThrow(/2\^27/);
  });
});
