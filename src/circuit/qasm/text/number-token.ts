import type { QasmVersion } from "./token-table.ts";

/** A number as a token: where it ends, and what is wrong with it if anything. */
export interface NumberToken {
  readonly kind: "integer" | "real" | "timing" | "imaginary";
  readonly end: number;
  /** The remedy for a number that is not well formed. */
  readonly malformed?: string;
}

/** Forms of version 2: 12, 1.5, 1., .5, 1e3, 1.5E-3. */
const decimal2 = /(?:[0-9]+(\.[0-9]*)?|(\.[0-9]+))([eE][+-]?[0-9]+)?/y;
/** Version 3 has underscores between digits. */
const decimal3 =
  /(?:[0-9](?:_?[0-9])*(\.(?:[0-9](?:_?[0-9])*)?)?|(\.[0-9](?:_?[0-9])*))([eE][+-]?[0-9](?:_?[0-9])*)?/y;
/** Whole numbers of version 3 in other bases. */
const otherBase = /0(?:[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*|o[0-7](?:_?[0-7])*|[bB][01](?:_?[01])*)/y;
const unit = /(?:dt|ns|us|µs|ms|s|im)(?![\p{L}\p{Nl}_0-9])/uy;
const wordCharacter = /[\p{L}\p{Nl}_0-9]/uy;

/** Reads the number at a place where a digit, or a point and a digit, stand. */
export function numberAt(text: string, start: number, version: QasmVersion): NumberToken {
  if (version === 3) {
    const end = endOf(otherBase, text, start);
    if (end !== undefined) return finish(text, end, "integer", version);
  }
  const pattern = version === 2 ? decimal2 : decimal3;
  pattern.lastIndex = start;
  const match = pattern.exec(text) as RegExpExecArray;
  const isReal = match[1] !== undefined || match[2] !== undefined || match[3] !== undefined;
  return finish(text, start + match[0].length, isReal ? "real" : "integer", version);
}

/** A number must not run into a word: 3q and 1e are no numbers; 10ns and 2im are numbers of version 3 with a unit. */
function finish(text: string, end: number, kind: "integer" | "real", version: QasmVersion): NumberToken {
  if (endOf(wordCharacter, text, end) === undefined) return { kind, end };
  const unitEnd = version === 3 ? endOf(unit, text, end) : undefined;
  if (unitEnd !== undefined) {
    return { kind: text.startsWith("im", end) ? "imaginary" : "timing", end: unitEnd };
  }
  return { kind, end, malformed: "write digits, a point and an exponent, and a space before a word" };
}

/**
 * Where a number without underscores, base or unit ends: digits, then perhaps a point and an exponent; 0 where what
 * follows might go on with it. Nearly all numbers are so, and are read here without a pattern.
 */
export function plainNumberEnd(text: string, start: number): number {
  let end = afterDigits(text, start);
  if (text.charCodeAt(end) === 46) end = afterDigits(text, end + 1);
  if ((text.charCodeAt(end) | 32) === 101) {
    const sign = text.charCodeAt(end + 1);
    const from = sign === 43 || sign === 45 ? end + 2 : end + 1;
    end = afterDigits(text, from);
    if (end === from) return 0;
  }
  return ",;])} */+-\n".includes(text.charAt(end)) ? end : 0;
}

/** Where the digits from here on end. */
export function afterDigits(text: string, start: number): number {
  let k = start;
  for (let code = text.charCodeAt(k); code >= 48 && code <= 57; code = text.charCodeAt(++k));
  return k;
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
