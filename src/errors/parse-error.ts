/** A place in a file. */
export interface ParsePlace {
  /** The file's name, or what stands for it. */
  readonly source: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1. */
  readonly column: number;
}

/**
 * Says where a file departs from its format: `NAME:LINE:COLUMN: expected …, got …; remedy.`
 *
 * Line and column count from 1. What a column is depends on the format, always so that the place can be found by
 * counting: the character in a JSON or MatrixMarket file; the field in a delimited file (a spreadsheet's column).
 * Binary tables have no lines: for a value in one, the line is its row and the column its column; for the header, the
 * line is 1 and the column is the byte, counted from 1.
 *
 * @example new ParseError({ source: "a.csv", line: 3, column: 2 }, "a number", '"x"', "correct the field").message
 * // a.csv:3:2: expected a number, got "x"; correct the field.
 */
export class ParseError extends Error {
  override readonly name: string = "ParseError";
  readonly source: string;
  readonly line: number;
  readonly column: number;

  constructor(place: ParsePlace, expected: string, got: string, remedy: string) {
    super(`${place.source}:${place.line}:${place.column}: expected ${expected}, got ${got}; ${remedy}.`);
    this.source = place.source;
    this.line = place.line;
    this.column = place.column;
  }
}
