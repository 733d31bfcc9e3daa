import Papa from "papaparse";
import { decimal, isMissing } from "./decimal.ts";

/**
 * Whether the first record names the columns: somewhere it has text where the second record has a number or a mark of
 * a missing value. Text in both is a column of text, not a name.
 *
 * @example isHeader(["date", "delay"], ["2001-01-01", "7"]) // true
 */
export function isHeader(first: readonly string[], second: readonly string[] | undefined): boolean {
  const isText = (field: string): boolean => Number.isNaN(decimal(field)) && !isMissing(field);
  return first.some((field, k) => isText(field) && (second === undefined || !isText(second[k] ?? "x")));
}

/**
 * The character between fields: the one of comma, semicolon, tab, bar that papaparse finds to fit the first records
 * best; a blank (runs of blanks, as numpy's savetxt writes) when none fits and blanks cut all of them alike.
 */
export function guessDelimiter(text: string, newline: "\n" | "\r", comments: string | false): string {
  const sample = Papa.parse<string[]>(text, { preview: 10, newline, comments, skipEmptyLines: "greedy" });
  if (sample.meta.delimiter !== "," || sample.data.some((record) => record.length > 1)) {
    return sample.meta.delimiter;
  }
  const widths = sample.data.map((record) => record[0].trim().split(/ +/).length);
  return widths.length > 0 && widths[0] > 1 && widths.every((width) => width === widths[0]) ? " " : ",";
}
