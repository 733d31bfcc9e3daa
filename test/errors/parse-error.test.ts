import { describe, expect, it } from "vitest";
import { ParseError } from "../../src/errors/parse-error.ts";

describe("ParseError", () => {
  it("says where, what was expected, what came and what helps", () => {
    const error = new ParseError(
      { source: "a.csv", line: 3, column: 2 },
      "a number",
      '"x"',
      "correct the field",
    );
    expect(error.message).toBe('a.csv:3:2: expected a number, got "x"; correct the field.');
    expect(error).toMatchObject({ name: "ParseError", source: "a.csv", line: 3, column: 2 });
    expect(error).toBeInstanceOf(Error);
  });
});
