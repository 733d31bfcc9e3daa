import type { QasmReport } from "../../../errors/qasm-error.ts";
import { afterDigits, numberAt, plainNumberEnd } from "./number-token.ts";
import type { Position, Sources } from "./sources.ts";
import {
  type QasmVersion,
  type TokenKind,
  type TokenTable,
  tokenPhrase,
  tokenTables,
} from "./token-table.ts";

/** What a character of ASCII may begin. */
const [space, letter, digit] = [1, 2, 3];
const classes = characterClasses();

/**
 * Reads a text token by token. The current token is in `kind`, `at` and `lexeme`; `advance` moves to the next.
 *
 * White space and comments (to the end of the line after two slashes, or between slash-star and star-slash) separate
 * tokens and are left out.
 */
export class Lexer {
  kind: TokenKind = "end of text";
  /** Where the current token starts and ends in the text. */
  start = 0;
  end = 0;
  /** Where the token before it ended. */
  previousEnd = 0;
  readonly #table: TokenTable;
  /** The text of the last word, and where it starts: words are looked up, so their text is there already. */
  #word = "";
  #wordStart = -1;

  constructor(
    readonly text: string,
    readonly sources: Sources,
    /** The place of the first character. */
    readonly base: Position,
    readonly version: QasmVersion,
    /** Where to start reading. */
    offset = text.charCodeAt(0) === 0xfeff ? 1 : 0,
  ) {
    this.#table = tokenTables[version];
    this.end = offset;
    this.advance();
  }

  /** The place of the current token. */
  get at(): Position {
    return this.base + this.start;
  }

  /** The text of the current token. */
  get lexeme(): string {
    return this.#wordStart === this.start ? this.#word : this.text.slice(this.start, this.end);
  }

  /** The current token in the words of a message. */
  get phrase(): string {
    return tokenPhrase(this.kind, this.lexeme);
  }

  /** Whether the current token is of this kind. */
  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** Moves to the next token. */
  advance(): void {
    const { text } = this;
    this.previousEnd = this.end;
    const start = skipBlank(text, this.end, this);
    this.start = start;
    if (start >= text.length) {
      this.end = start;
      this.kind = "end of text";
      return;
    }
    const code = text.charCodeAt(start);
    const kind = code < 128 ? classes[code] : letter;
    if (kind === letter) this.#readWord(start);
    else if (kind === digit || (code === 46 && isDigit(text.charCodeAt(start + 1)))) this.#readNumber(start);
    else if (code === 34 || code === 39) this.#readString(start, code);
    else if (code === 36 && this.version === 3) this.#readPhysicalQubit(start);
    else this.#readMark(start, code);
  }

  /** Goes back to an offset where a token starts. */
  rewind(offset: number): void {
    this.end = offset;
    this.advance();
  }

  /** Moves past the rest of the line and returns it. */
  restOfLine(): string {
    const { text } = this;
    const from = this.end;
    const k = lineEnd(text, from);
    this.end = k;
    this.advance();
    return text.slice(from, k).trim();
  }

  /** The error at an offset of this text, by default at the current token. */
  error(report: QasmReport, offset = this.start) {
    return this.sources.error(this.base + offset, report);
  }

  #readWord(start: number): void {
    const { text } = this;
    let k = start;
    for (;;) {
      const code = text.charCodeAt(k);
      if (code < 128) {
        if (classes[code] < letter) break;
        k++;
      } else {
        // charCodeAt is NaN past the end, and then this is 0.
        const width = this.version === 3 ? unicodeLetterWidth(text, k) : 0;
        if (width === 0) break;
        k += width;
      }
    }
    if (k === start) throw this.#unknownCharacter(start);
    this.end = k;
    this.#word = text.slice(start, k);
    this.#wordStart = start;
    this.kind = this.#table.words.get(this.#word) ?? "name";
  }

  #readNumber(start: number): void {
    const end = plainNumberEnd(this.text, start);
    if (end > 0) {
      this.kind = afterDigits(this.text, start) === end ? "integer" : "real";
      this.end = end;
      return;
    }
    const number = numberAt(this.text, start, this.version);
    if (number.malformed !== undefined) {
      throw this.error({
        code: "Q104",
        expected: "a number",
        got: this.text.slice(start, number.end + 1),
        remedy: number.malformed,
      });
    }
    this.kind = number.kind;
    this.end = number.end;
  }

  #readString(start: number, quote: number): void {
    const { text } = this;
    let k = start + 1;
    for (let code = text.charCodeAt(k); code !== quote; code = text.charCodeAt(++k)) {
      if (k >= text.length || code === 10 || code === 13) {
        throw this.error({
          code: "Q102",
          expected: "the end of this string on its line",
          got: k >= text.length ? "the end of the text" : "the end of the line",
          remedy: `close it with ${String.fromCharCode(quote)}`,
        });
      }
    }
    this.end = k + 1;
    this.kind = "string";
  }

  #readPhysicalQubit(start: number): void {
    const k = afterDigits(this.text, start + 1);
    if (k === start + 1) throw this.#unknownCharacter(start);
    this.end = k;
    this.kind = "physical qubit";
  }

  #readMark(start: number, code: number): void {
    const candidates = this.#table.marks[code];
    const mark = candidates?.find((candidate) => this.text.startsWith(candidate, start));
    if (mark === undefined) throw this.#unknownCharacter(start);
    this.end = start + mark.length;
    this.kind = mark;
  }

  #unknownCharacter(start: number) {
    const point = this.text.codePointAt(start) as number;
    const shown = point > 32 && point !== 127 && point !== 160 ? String.fromCodePoint(point) : "a character";
    return this.error({
      code: "Q101",
      expected: "a token of OpenQASM",
      got: `${shown} (U+${point.toString(16).toUpperCase().padStart(4, "0")})`,
      remedy:
        this.version === 2 && "%&|~!<>=:@$".includes(shown)
          ? "remove it, or begin the program with OPENQASM 3.0;"
          : "remove it",
    });
  }
}

/** Where the next token starts: after white space and comments. */
export function skipBlank(text: string, from: number, place: { sources: Sources; base: Position }): number {
  let k = from;
  for (;;) {
    const code = text.charCodeAt(k);
    if (classes[code] === space) k++;
    else if (code !== 47) return k;
    else if (text.charCodeAt(k + 1) === 47) k = lineEnd(text, k + 2);
    else if (text.charCodeAt(k + 1) === 42) k = commentEnd(text, k, place);
    else return k;
  }
}

function lineEnd(text: string, from: number): number {
  let k = from;
  while (k < text.length && text.charCodeAt(k) !== 10 && text.charCodeAt(k) !== 13) k++;
  return k;
}

function commentEnd(
  text: string,
  from: number,
  { sources, base }: { sources: Sources; base: Position },
): number {
  const close = text.indexOf("*/", from + 2);
  if (close >= 0) return close + 2;
  throw sources.error(base + from, {
    code: "Q103",
    expected: "the end of this comment",
    got: "the end of the text",
    remedy: "close the comment with */",
  });
}

function characterClasses(): Uint8Array {
  const result = new Uint8Array(128);
  for (const code of [9, 10, 13, 32]) result[code] = space;
  for (let k = 0; k < 26; k++) result[65 + k] = result[97 + k] = letter;
  result[95] = letter;
  for (let k = 48; k < 58; k++) result[k] = digit;
  return result;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Number of UTF-16 units of the letter here, 0 for what is no letter. */
function unicodeLetterWidth(text: string, k: number): number {
  const point = text.codePointAt(k);
  if (point === undefined) return 0;
  const character = String.fromCodePoint(point);
  return /[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{Nl}]/u.test(character) ? character.length : 0;
}
