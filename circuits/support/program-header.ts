import type { Program } from "../program.ts";
import { parseExpectation } from "./parse-expectation.ts";

/**
 * Reads the comment at the head of an OpenQASM program.
 *
 * Its first line is the title; the lines up to `source:` are the explanation; each `expect:` is an expected outcome. Lines
 * that are indented continue the one above.
 *
 * Errors: RangeError for a part that is missing, or an expectation that cannot be read.
 *
 * @example
 * // Bell pair
 * //
 * // Each qubit alone is a fair coin; together they always agree.
 * //
 * // source: Nielsen and Chuang, section 1.3.6
 * // expect: counts 00 1/2, 11 1/2
 */
export function programHeader(text: string): Omit<Program, "circuit"> {
  const head = /^(?:\/\/.*\n|[ \t]*\n)*/.exec(text) as RegExpExecArray;
  const lines = head[0]
    .split("\n")
    .map((line) => line.replace(/^\/\/ ?/, "").trimEnd())
    .reduce<string[]>((joined, line) => {
      if (/^\s+\S/.test(line) && joined.length > 0) joined[joined.length - 1] += ` ${line.trim()}`;
      else joined.push(line);
      return joined;
    }, []);
  const marked = (mark: string) =>
    lines.filter((line) => line.startsWith(`${mark}:`)).map((line) => line.slice(mark.length + 1).trim());
  const [title = "", ...others] = lines.filter((line) => line !== "" && !/^(source|expect):/.test(line));
  const [source = ""] = marked("source");
  const expect = marked("expect").map(parseExpectation);
  for (const [part, value] of Object.entries({ title, explanation: others.join(" "), source, expect })) {
    if (value.length === 0) {
      throw new RangeError(
        `programHeader: expected a comment with title, explanation, source: and expect:, got no ${part}; add it above OPENQASM.`,
      );
    }
  }
  return { title, explanation: others.join(" "), source, expect };
}
