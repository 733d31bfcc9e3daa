import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../../src/presentation/documents/json-text.ts";

describe("jsonText", () => {
  it("means what JSON.stringify means", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("keeps every float64 of a list", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (numbers) => {
        const back = JSON.parse(jsonText({ numbers })).numbers as number[];
        expect(back.every((number, k) => number === numbers[k])).toBe(true);
      }),
    );
  });

  it("puts short objects and plain lists on one line, and leaves undefined fields out", () => {
    const value = { rows: [{ index: [1, 2], weight: 3 }], scores: Array(200).fill(1), gone: undefined };
    const lines = jsonText(value).split("\n");
    expect(lines[1]).toBe('  "rows": [{"index":[1,2],"weight":3}],');
    expect(lines).toHaveLength(5);
  });
});
