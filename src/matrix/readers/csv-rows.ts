import Papa from "papaparse";

/** How a delimited text is cut into records. */
export interface CsvSyntax {
  readonly delimiter: string;
  readonly newline: "\n" | "\r";
  readonly comments: string | false;
}

/** What one stretch of text contains. */
export interface CsvStretch {
  readonly records: readonly string[][];
  /** How many characters the complete records take. */
  readonly length: number;
  /** The first misplaced quote, if any: the number of its record and the character where its field begins. */
  readonly badQuote:
    | { readonly record: number; readonly index: number; readonly closed: boolean }
    | undefined;
}

/** What papaparse's parser of one stretch returns; its own typings leave it open. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number; readonly index: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Cuts a stretch of text into records with papaparse's parser of single stretches, which papaparse's own streaming is
 * made of. Unless `last`, the record at the end is left for the next stretch, since it may be incomplete.
 */
export function csvRows(text: string, syntax: CsvSyntax, last: boolean): CsvStretch {
  const parsed = parserOf(syntax).parse(text, 0, !last) as Parsed;
  // A quote that seems misplaced in a record that is still incomplete is judged when the record is complete.
  const bad = parsed.errors.find(({ row }) => last || row < parsed.data.length);
  return {
    records: parsed.data,
    length: last ? text.length : parsed.meta.cursor,
    badQuote: bad && { record: bad.row, index: bad.index, closed: bad.code !== "MissingQuotes" },
  };
}

/**
 * How many lines lie before a field of a record, found by cutting the same stretch again: positions are only needed
 * for an error, and keeping them for every record would slow down the reading of sound files.
 */
export function linesBefore(text: string, syntax: CsvSyntax, record: number, field: number): number {
  let seen = 0;
  let lines = 0;
  const parser = parserOf(syntax, (row: Parsed) => {
    if (seen++ !== record) return;
    parser.abort();
    const end = row.meta.cursor;
    const after = row.data[0].slice(field).reduce((sum, value) => sum + count(value, syntax.newline), 0);
    const closing = text.startsWith(syntax.newline, end - 1) && end > 0 ? 1 : 0;
    lines = count(text.slice(0, end), syntax.newline) - closing - after;
  });
  parser.parse(text, 0, false);
  return lines;
}

/** How often `mark` occurs in the text. */
export function count(text: string, mark: string): number {
  let times = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) times++;
  return times;
}

function parserOf(syntax: CsvSyntax, step?: (row: Parsed) => void): Papa.Parser {
  return new Papa.Parser({ ...syntax, step } as unknown as Papa.ParseConfig);
}
