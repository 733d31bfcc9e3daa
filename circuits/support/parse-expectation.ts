import type { Expectation } from "../program.ts";
import { type Complex, complexExpression, realExpression } from "./complex-expression.ts";

/**
 * Reads the text after `expect:` in the header of an OpenQASM program.
 *
 * Forms: `state sqrt(1/2)|00> - i*sqrt(1/2)|11>`, `counts 00 1/2, 11 1/2` (x for a bit that does not matter),
 * `most likely 101` and `most likely 101 at least 0.94`.
 *
 * Errors: RangeError for anything else.
 */
export function parseExpectation(text: string): Expectation {
  const form = /^(state|counts|most likely)\s+(.*)$/s.exec(text.trim());
  if (form === null) {
    throw new RangeError(
      `parseExpectation: expected state, counts or most likely, got "${text}"; write counts 00 1/2, 11 1/2.`,
    );
  }
  const [, kind, rest] = form;
  if (kind === "state") return { kind, amplitudes: amplitudesOf(rest) };
  if (kind === "counts") {
    return { kind, law: namedOnce(rest.split(",").map((part) => entryOf(part))) };
  }
  const found = /^([01]+)(?:\s+at least\s+(.+))?$/.exec(rest);
  if (found === null) {
    throw new RangeError(
      `parseExpectation: expected a bit string, got "${rest}"; write most likely 101 at least 0.94.`,
    );
  }
  return {
    kind: "most likely",
    outcome: found[1],
    least: found[2] === undefined ? 0 : realExpression(found[2]),
  };
}

function amplitudesOf(text: string): Record<string, Complex> {
  const terms = [...text.matchAll(/([^|]*)\|([01]+)>/g)];
  const read = terms.reduce((length, [whole]) => length + whole.length, 0);
  if (terms.length === 0 || text.slice(read).trim() !== "") {
    throw new RangeError(
      `parseExpectation: expected terms such as 1/2|01>, got "${text}"; close each ket with > and put sums in brackets.`,
    );
  }
  return namedOnce(terms.map(([, coefficient, ket], k) => [ket, coefficientOf(coefficient, k === 0)]));
}

function coefficientOf(text: string, isFirst: boolean): Complex {
  const [, sign, size] = /^\s*([-+]?)(.*)$/s.exec(text) as RegExpExecArray;
  if (!isFirst && sign === "") {
    throw new RangeError(`parseExpectation: expected + or - between terms, got "${text}"; add the sign.`);
  }
  let outside = size;
  for (let before = ""; before !== outside; )
    [before, outside] = [outside, outside.replace(/\([^()]*\)/g, "")];
  if (/[-+]/.test(outside)) {
    throw new RangeError(
      `parseExpectation: expected one number before a ket, got "${text}"; put sums in brackets.`,
    );
  }
  const [re, im] = size.trim() === "" ? [1, 0] : complexExpression(size);
  return sign === "-" ? [0 - re, 0 - im] : [re, im];
}

function entryOf(part: string): readonly [string, number] {
  const found = /^\s*([01x]+)\s+(.+)$/s.exec(part);
  if (found === null) {
    throw new RangeError(
      `parseExpectation: expected a bit string and a probability, got "${part}"; write 00 1/2, 11 1/2.`,
    );
  }
  return [found[1], realExpression(found[2])];
}

function namedOnce<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  const result = Object.fromEntries(entries);
  if (Object.keys(result).length < entries.length) {
    throw new RangeError(
      `parseExpectation: expected every outcome once, got ${entries.map(([name]) => name).join(", ")}; add up the repeated ones.`,
    );
  }
  return result;
}
