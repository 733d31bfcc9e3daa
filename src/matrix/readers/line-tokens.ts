import { ParseError } from "../../errors/parse-error.ts";

/** Walks through a text line by line and hands out the words of each; empty lines and lines of comment are passed over. */
export class LineTokens {
  /** The words of the current line. */
  words: readonly string[] = [];
  /** The current line, counted from 1. */
  line = 0;
  #start = 0;
  #end = -1;

  constructor(
    readonly text: string,
    readonly source: string,
    readonly comment: string,
  ) {}

  /** Goes to the next line as it is; false at the end of the text. */
  nextRaw(): boolean {
    if (this.#end >= this.text.length) return false;
    this.#start = this.#end + 1;
    const end = this.text.indexOf("\n", this.#start);
    this.#end = end < 0 ? this.text.length : end;
    this.line++;
    const line = this.text.slice(this.#start, this.#end).trim();
    this.words = line === "" ? [] : line.split(/\s+/);
    return true;
  }

  /** Goes to the next line that has words and is no comment; false at the end of the text. */
  next(): boolean {
    while (this.nextRaw()) {
      if (this.words.length > 0 && !this.words[0].startsWith(this.comment)) return true;
    }
    this.words = [];
    return false;
  }

  /** An error about word k (from 0) of the current line; beyond its last word, about its end. */
  error(k: number, expected: string, remedy: string): ParseError {
    const line = this.text.slice(this.#start, Math.max(this.#start, this.#end)).trimEnd();
    const found = [...line.matchAll(/\S+/g)][k];
    const column = (found?.index ?? line.length) + 1;
    const end = this.#end >= this.text.length && this.words.length === 0;
    const got = found?.[0].slice(0, 60) ?? (end ? "the end of the file" : "the end of the line");
    return new ParseError(
      { source: this.source, line: Math.max(1, this.line), column },
      expected,
      got,
      remedy,
    );
  }
}
