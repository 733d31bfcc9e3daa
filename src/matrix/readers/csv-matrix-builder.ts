import { ParseError } from "../../errors/parse-error.ts";
import type { DenseMatrix } from "../dense-matrix.ts";
import { guessDelimiter, isHeader } from "./csv-header.ts";
import { type CsvStretch, type CsvSyntax, count, csvRows, linesBefore } from "./csv-rows.ts";
import { decimal, isMissing } from "./decimal.ts";
import { type ParsedMatrix, type ReadOptions, type ResolvedOptions, resolveOptions } from "./read-options.ts";
import { RowBuffer } from "./row-buffer.ts";
import { selectColumns } from "./select-columns.ts";

/** Options for delimited text. */
export interface CsvOptions extends ReadOptions {
  /** Whether the first record names the columns. "auto" (default): it does if it has text above numbers. */
  readonly header?: boolean | "auto" | undefined;
  /** The character between fields; " " means runs of blanks. Found from the first records when absent. */
  readonly delimiter?: string | undefined;
  /** Lines that begin so are left out; `false` for none. Default "#". */
  readonly comments?: string | false | undefined;
}

/** Text is cut in stretches of about this many characters. */
const stretchLength = 2 ** 16;
/** A record longer than this is taken for a quote that was never closed. */
const longestRecord = 2 ** 24;

/** What the first records say about the table. */
interface Layout {
  /** Fields per record. */
  readonly width: number;
  /** The wanted fields. */
  readonly fields: readonly number[];
  /** The names of all fields. */
  readonly header: readonly string[] | undefined;
  readonly firstLine: number;
}

/**
 * Builds a matrix from delimited text that comes in pieces, so that a file longer than the longest string can be read.
 *
 * `parseCsvMatrix` describes the format and the errors; the result does not depend on where the text is cut.
 *
 * @example const builder = new CsvMatrixBuilder(); builder.push("1,2\n3,"); builder.push("4\n"); builder.finish().matrix.rows // 2
 */
export class CsvMatrixBuilder {
  readonly #name: string;
  readonly #options: CsvOptions;
  readonly #shared: ResolvedOptions;
  #pending = "";
  /** Line on which `#pending` begins, counted from 1. */
  #line = 1;
  /** Length of `#pending` at which cutting it is worth a try; doubles while no record is complete. */
  #nextTry = stretchLength;
  #syntax: CsvSyntax | undefined;
  #layout: Layout | undefined;
  #buffer: RowBuffer | undefined;
  #started = false;
  #taken = 0;
  #skipped = 0;
  /** Empty lines since the last record of a table of one column: missing values, unless the text ends here. */
  #blanks = 0;
  #firstBlank = 0;

  constructor(options: CsvOptions = {}) {
    this.#shared = resolveOptions(options, "csv");
    this.#name = this.#shared.name;
    this.#options = options;
    const { delimiter, comments = "#", header = "auto" } = options;
    if (typeof header !== "boolean" && header !== "auto") {
      throw new RangeError(
        `${this.#name}: expected header to be true, false or "auto", got ${JSON.stringify(header)}; leave it out for "auto".`,
      );
    }
    if (delimiter !== undefined && (delimiter === "" || /["\r\n\ufeff]/.test(delimiter))) {
      throw new RangeError(
        `${this.#name}: expected a delimiter such as "," or ";", got ${JSON.stringify(delimiter)}; leave it out to have it found.`,
      );
    }
    if (comments === "" || comments === delimiter) {
      throw new RangeError(
        `${this.#name}: expected a comment mark other than the delimiter, got ${JSON.stringify(comments)}; pass comments: false for none.`,
      );
    }
  }

  /** The number of rows read so far. */
  get rows(): number {
    return this.#buffer?.rows ?? 0;
  }

  /** The number of columns of the matrix, 0 while it is unknown. */
  get columns(): number {
    return this.#buffer?.width ?? 0;
  }

  /** One name per column of the matrix, undefined where the text has none or they are unknown yet. */
  get columnNames(): readonly string[] | undefined {
    const { header, fields } = this.#layout ?? { header: undefined, fields: [] };
    const names = header && fields.map((field) => header[field]);
    return names && this.#shared.intercept ? ["intercept", ...names] : names;
  }

  /** How many rows were left out so far because a value was missing. */
  get skippedRows(): number {
    return this.#skipped;
  }

  /** Adds a piece of text, which may end anywhere. */
  push(text: string): void {
    for (let at = 0; at < text.length; at += stretchLength) {
      this.#pending += text.slice(at, at + stretchLength);
      if (this.#pending.length >= this.#nextTry) this.#consume(false);
    }
  }

  /**
   * The rows that came in since the last call, or undefined when there are none: for text that is longer than memory. The
   * builder forgets them.
   */
  take(): DenseMatrix | undefined {
    const rows = this.#buffer?.take();
    this.#taken += rows?.rows ?? 0;
    return rows;
  }

  /** Ends the text without a matrix: what is left comes from `take`. Errors: as `finish`. */
  end(): void {
    this.#consume(true);
    if (this.#taken + this.rows === 0) this.#refuseEmpty();
  }

  /** Ends the text and returns the matrix. */
  finish(): ParsedMatrix<DenseMatrix> {
    this.#consume(true);
    if (this.#buffer === undefined || this.#buffer.rows === 0) {
      return this.#refuseEmpty();
    }
    const { columnNames, skippedRows } = this;
    return { matrix: this.#buffer.toMatrix(), columnNames, skippedRows };
  }

  #refuseEmpty(): never {
    const got = this.#skipped > 0 ? `${this.#skipped} rows that all lack a value` : "no row";
    throw this.#error(this.#line, 1, "at least one row of numbers", got, "check that this is the right file");
  }

  #consume(last: boolean): void {
    this.#syntax ??= this.#findSyntax(last);
    const stretch = this.#cut(this.#syntax, last);
    const known = this.#layout ?? this.#findLayout(stretch, last);
    if (known !== undefined) {
      this.#layout = known;
      this.#buffer ??= new RowBuffer(
        this.#name,
        known.fields.length + (this.#shared.intercept ? 1 : 0),
        this.#shared.maxBytes,
      );
      this.#take(stretch, known, this.#buffer);
    }
    if (stretch.badQuote !== undefined) throw this.#quoteError(stretch.badQuote, this.#syntax);
    if (known !== undefined || last) {
      const { newline } = this.#syntax;
      const text = this.#pending.slice(0, stretch.length);
      this.#line += count(text, newline) - (last && text.endsWith(newline) ? 1 : 0);
      this.#pending = this.#pending.slice(stretch.length);
    }
    if (this.#pending.length > longestRecord) {
      const expected = `a record of at most ${longestRecord} characters`;
      throw this.#error(this.#line, 1, expected, "a longer one", "look for a quote that is not closed");
    }
    this.#nextTry = Math.max(stretchLength, 2 * this.#pending.length);
  }

  #findSyntax(last: boolean): CsvSyntax {
    if (this.#pending.charCodeAt(0) === 0xfeff) this.#pending = this.#pending.slice(1);
    const text = this.#pending;
    const nul = text.indexOf("\0");
    if (nul >= 0) {
      const line = count(text.slice(0, nul), "\n") + 1;
      throw this.#error(line, 1, "text", "a NUL character", "check that the file is text in UTF-8");
    }
    // A return at the very end may be the first half of a Windows line end whose rest is still to come.
    const returns = last ? text.includes("\r") : /\r./s.test(text);
    const newline = returns && !text.includes("\n") ? "\r" : "\n";
    const { comments = "#", delimiter } = this.#options;
    return { newline, comments, delimiter: delimiter ?? guessDelimiter(text, newline, comments) };
  }

  #cut(syntax: CsvSyntax, last: boolean): CsvStretch {
    const stretch = csvRows(this.#pending, syntax, last);
    const sound = stretch.badQuote ? stretch.records.slice(0, stretch.badQuote.record) : stretch.records;
    if (syntax.delimiter !== " ") return { ...stretch, records: sound };
    return {
      ...stretch,
      records: sound.map((record) => record.filter((field) => field.trim() !== "")),
    };
  }

  /** Decides what the columns are, once two records are there or the text has ended. */
  #findLayout(stretch: CsvStretch, last: boolean): Layout | undefined {
    const [first, second] = stretch.records.filter((record) => !isBlank(record));
    if (first === undefined || (second === undefined && !last)) return undefined;
    const { header = "auto" } = this.#options;
    const { columns } = this.#shared;
    const named = columns?.some((column) => typeof column === "string") ?? false;
    const hasHeader = header === "auto" ? named || isHeader(first, second) : header;
    const names = hasHeader ? first.map((field) => field.trim()) : undefined;
    return {
      width: first.length,
      fields: selectColumns(this.#name, first.length, names, columns),
      header: names,
      firstLine: this.#lineOf(stretch.records.indexOf(first), 0),
    };
  }

  #take(stretch: CsvStretch, layout: Layout, buffer: RowBuffer): void {
    const { records } = stretch;
    const { width, fields } = layout;
    const lead = this.#shared.intercept ? 1 : 0;
    for (let r = 0; r < records.length; r++) {
      const record = records[r];
      if (record.length <= 1 && isBlank(record)) {
        this.#noteBlank(r, width);
        continue;
      }
      if (record.length !== width) throw this.#widthError(r, record, layout);
      if (!this.#started) {
        this.#started = true;
        if (layout.header !== undefined) continue;
      }
      if (this.#blanks > 0) this.#settleBlanks(layout);
      buffer.room();
      const { block, at } = buffer;
      if (lead === 1) block[at] = 1;
      let k = 0;
      for (; k < fields.length; k++) {
        const value = decimal(record[fields[k]]);
        // The difference is 0 for finite numbers only.
        if (value - value !== 0) break;
        block[at + lead + k] = value;
      }
      if (k === fields.length) buffer.at = at + buffer.width;
      else this.#dropRow(r, record, layout);
    }
  }

  /** Leaves out a row that lacks a value, if the options allow that and nothing else is wrong with it. */
  #dropRow(r: number, record: readonly string[], layout: Layout): void {
    const skip = this.#shared.missing === "skip-row";
    for (const field of layout.fields) {
      const text = record[field];
      if (Number.isFinite(decimal(text)) || (skip && isMissing(text))) continue;
      throw this.#fieldError(this.#lineOf(r, field), field, text, layout);
    }
    this.#skipped++;
  }

  #noteBlank(r: number, width: number): void {
    if (width !== 1 || !this.#started) return;
    if (this.#blanks++ === 0 && this.#shared.missing !== "skip-row") this.#firstBlank = this.#lineOf(r, 0);
  }

  #settleBlanks(layout: Layout): void {
    if (this.#shared.missing !== "skip-row") throw this.#fieldError(this.#firstBlank, 0, "", layout);
    this.#skipped += this.#blanks;
    this.#blanks = 0;
  }

  #lineOf(record: number, field: number): number {
    return this.#line + linesBefore(this.#pending, this.#syntax as CsvSyntax, record, field);
  }

  #fieldError(line: number, field: number, text: string, { header }: Layout): ParseError {
    const where = `in column ${field + 1}${header === undefined ? "" : ` ("${header[field]}")`}`;
    const shown = text.trim() === "" ? "an empty field" : JSON.stringify(text.trim().slice(0, 60));
    if (isMissing(text)) {
      const remedy = 'fill it in, or pass missing: "skip-row" to leave such rows out';
      return this.#error(line, field + 1, `a number ${where}`, shown, remedy);
    }
    if (Number.isNaN(decimal(text))) {
      const remedy = /^[+-]?\d[\d.]*,\d+$/.test(text.trim())
        ? "write a decimal point, and nothing between thousands"
        : "correct the field, or choose the columns of numbers with the option columns";
      return this.#error(line, field + 1, `a number ${where}`, shown, remedy);
    }
    const remedy = "correct the field or remove the row";
    return this.#error(line, field + 1, `a finite number ${where}`, shown, remedy);
  }

  #widthError(r: number, record: readonly string[], { width, firstLine }: Layout): ParseError {
    const [line, column] = [this.#lineOf(r, 0), Math.min(record.length, width) + 1];
    const expected = `${width} field${width === 1 ? "" : "s"} as in line ${firstLine}`;
    return this.#error(line, column, expected, `${record.length}`, "complete or shorten the line");
  }

  #quoteError(bad: NonNullable<CsvStretch["badQuote"]>, syntax: CsvSyntax): ParseError {
    const before = this.#pending.slice(0, bad.index - 1);
    const column = csvRows(before, syntax, true).records.at(-1)?.length ?? 1;
    const line = this.#line + count(before, syntax.newline);
    const [expected, got] = bad.closed
      ? ["a delimiter or the end of the line after a closing quote", "more text"]
      : ["a closing quote", "the end of the text"];
    return this.#error(line, column, expected, got, 'write a quote inside a quoted field twice ("")');
  }

  #error(line: number, column: number, expected: string, got: string, remedy: string): ParseError {
    return new ParseError({ source: this.#name, line, column }, expected, got, remedy);
  }
}

function isBlank(record: readonly string[]): boolean {
  return record.length === 0 || (record.length === 1 && record[0].trim() === "");
}
