import type { ParsePlace } from "../../../errors/parse-error.ts";
import { QasmError, type QasmReport } from "../../../errors/qasm-error.ts";

/** A place in the program: the number of characters before it, counted through all its files in the order of reading. */
export type Position = number;

/** A file of the program. */
interface Source {
  readonly name: string;
  readonly text: string;
  readonly start: Position;
}

/** Widest piece of a line that an excerpt shows. */
const widest = 96;

/**
 * The files that a program is made of, and the errors at places in them.
 *
 * A place is a single number, cheap enough to keep with every piece of syntax; it is turned into file, line and
 * column only when there is something to say about it.
 */
export class Sources {
  readonly #sources: Source[] = [];
  #end: Position = 0;

  /** Adds a file and says where its places start. */
  add(name: string, text: string): Position {
    const start = this.#end;
    this.#sources.push({ name, text, start });
    // One more, so that the end of a file is a place of that file.
    this.#end += text.length + 1;
    return start;
  }

  /** Number of files so far. */
  get count(): number {
    return this.#sources.length;
  }

  /** The error at a place. */
  error(at: Position, report: QasmReport): QasmError {
    const { source, offset, line, lineStart, lineEnd } = this.#locate(at);
    const before = source.text.slice(lineStart, offset);
    const place = { source: source.name, line, column: characters(before) + 1 };
    const { code, expected, got, remedy } = report;
    const short = { code, expected: shortened(expected), got: shortened(got), remedy: shortened(remedy) };
    return new QasmError(place, excerpt(line, before, source.text.slice(offset, lineEnd)), short);
  }

  /** File, line and column of a place. */
  placeOf(at: Position): ParsePlace {
    const { source, offset, line, lineStart } = this.#locate(at);
    return { source: source.name, line, column: characters(source.text.slice(lineStart, offset)) + 1 };
  }

  /** Line and column of a place, as `line:column`. */
  describe(at: Position): string {
    const { line, column } = this.placeOf(at);
    return `${line}:${column}`;
  }

  #locate(at: Position) {
    const source = this.#sources.findLast(({ start }) => start <= at) as Source;
    const offset = Math.min(at - source.start, source.text.length);
    return { source, offset, ...lineAround(source.text, offset) };
  }
}

/** Lines end at \n, \r\n or \r. */
function lineAround(text: string, offset: number): { line: number; lineStart: number; lineEnd: number } {
  let line = 1;
  let lineStart = 0;
  for (let k = 0; k < offset; k++) {
    const code = text.charCodeAt(k);
    if (code === 10 || (code === 13 && text.charCodeAt(k + 1) !== 10)) {
      line++;
      lineStart = k + 1;
    }
  }
  const rest = text.slice(offset, offset + 4 * widest).search(/[\r\n]/);
  const lineEnd = rest < 0 ? Math.min(text.length, offset + 4 * widest) : offset + rest;
  return { line, lineStart, lineEnd };
}

/** A part of a message, with the middle of what is very long left out: names may have any length. */
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 100)}…${text.slice(-100)}` : text;
}

/** Number of characters, not of UTF-16 units. */
function characters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** The line with a caret under the place; of a long line, the piece around it. */
function excerpt(line: number, before: string, after: string): string {
  const left = before.length > widest / 2 ? `…${before.slice(-widest / 2)}` : before;
  const right = after.length > widest / 2 ? `${after.slice(0, widest / 2)}…` : after;
  const margin = String(line);
  // Tabs stay tabs, so that the caret stands under its character.
  const padding = left.replace(/[\ud800-\udbff][\udc00-\udfff]/g, " ").replace(/[^\t]/g, " ");
  return `  ${margin} | ${left}${right}\n  ${" ".repeat(margin.length)} | ${padding}^`;
}
