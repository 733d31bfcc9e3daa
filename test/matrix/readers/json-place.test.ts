import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault, findJsonValue } from "../../../src/matrix/readers/json-place.ts";

describe("findJsonFault", () => {
  it("finds no fault exactly where JSON.parse finds none", () => {
    const mutated = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom("", ",", "]", "}", '"', "\\", "0", "x", "\n", ":"),
        fc.nat(2),
      )
      .map(([text, at, piece, dropped]) => {
        const k = at % (text.length + 1);
        return text.slice(0, k) + piece + text.slice(k + dropped);
      });
    fc.assert(
      fc.property(mutated, (text) => {
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        expect(findJsonFault(text) === undefined).toBe(sound);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it.each([
    ["[1, NaN]", 1, 5, "a value", "NaN"],
    ["[1,\n -Infinity]", 2, 2, "a value", "-Infinity"],
    ["", 1, 1, "a value", "the end of the text"],
    ["[1, 2", 1, 6, "a comma or ]", "the end of the text"],
    ["[1 2]", 1, 4, "a comma or ]", "2"],
    ["[1,]", 1, 4, "a value", "]"],
    ["[01]", 1, 2, "a value", "01"],
    ["[+1]", 1, 2, "a value", "+1"],
    ["[1.]", 1, 2, "a value", "1."],
    ["{'x': 1}", 1, 2, "a key in double quotes", "'"],
    ['{"x" 1}', 1, 6, "a colon", "1"],
    ['{"x": 1\n"y": 2}', 2, 1, "a comma or }", '"'],
    ['{"x": 1,}', 1, 9, "a key in double quotes", "}"],
    ["[1] 2", 1, 5, "the end of the text", "2"],
    [
      '["a\nb"]',
      1,
      4,
      "text without line breaks and control characters",
      "a line break or control character",
    ],
    ['["a', 1, 4, "a double quote that ends the text", "the end of the text"],
    ['["\\x"]', 1, 3, "an escape that JSON knows", "\\"],
    ["[true, nul]", 1, 8, "a value", "nul"],
  ])("places the fault in %j at line %d, character %d", (text, line, column, expected, got) => {
    expect(findJsonFault(text)).toEqual({ line, column, expected, got });
  });

  it("does not overflow the stack on deep nesting", () => {
    expect(findJsonFault("[".repeat(1_000_000))).toMatchObject({ line: 1, column: 102 });
  });
});

describe("findJsonValue", () => {
  it("finds the character where a value begins", () => {
    const text = '[[1, 2],\n [3, "x"],\n {"a": {"b": [ 7 ]}, "c\\n": null}]';
    expect(findJsonValue(text, [])).toEqual({ line: 1, column: 1 });
    expect(findJsonValue(text, [1])).toEqual({ line: 2, column: 2 });
    expect(findJsonValue(text, [1, 1])).toEqual({ line: 2, column: 6 });
    expect(findJsonValue(text, [2, "a", "b", 0])).toEqual({ line: 3, column: 16 });
    expect(findJsonValue(text, [2, "c\n"])).toEqual({ line: 3, column: 29 });
  });

  it("gives the nearest ancestor where the path leads nowhere", () => {
    expect(findJsonValue('[{"a": 1},\n {"b": 2}]', [1, "a"])).toEqual({ line: 2, column: 2 });
  });
});
