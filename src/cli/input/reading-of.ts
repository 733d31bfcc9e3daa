import type { Reading } from "../documents/document-head.ts";
import type { ReadingFlags } from "../options/reading-options.ts";
import { columnsOfFactors } from "./columns-of-factors.ts";

/** How `count` files are to be read, as it is printed with the result. Errors: CliError (usage). */
export function readingOf(
  { columns = [], header, missing, intercept = false, dates }: ReadingFlags,
  count: number,
): Reading {
  return {
    columns: columnsOfFactors(columns, count).map((list) => (list === null ? null : [...list])),
    header,
    missing,
    intercept,
    dates,
  };
}
