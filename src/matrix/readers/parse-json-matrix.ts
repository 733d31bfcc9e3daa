import { ParseError } from "../../errors/parse-error.ts";
import { matrixFromJsonClasses } from "./json-classes.ts";
import { isRecord, JsonSource, jsonForms, jsonKind } from "./json-entry.ts";
import { findJsonFault } from "./json-place.ts";
import { matrixFromJsonRows } from "./json-rows.ts";
import { type ParsedMatrix, type ReadOptions, resolveOptions } from "./read-options.ts";

/**
 * Reads a matrix from JSON text.
 *
 * Forms: rows as arrays `[[1, 2], [3, 4]]`; records `[{ "x": 1, "y": 2 }, …]` whose keys name the columns; plain
 * numbers `[1, 2, 3]` for one column; and blocks of identical rows `{ "classes": [{ "count": 1099511627776,
 * "row": [1, 0] }, …] }`, which become a RowClassMatrix. `null`, or an absent key of a record, is a missing value.
 *
 * Errors: ParseError with line and character for text that is not JSON, rows of unequal length, a key that the first
 * record does not have, an entry that is not a number or too large for float64, a missing value (unless
 * `missing: "skip-row"`), a bad count, no row; RangeError for options that do not fit; LimitError beyond `maxBytes`.
 *
 * @example parseJsonMatrix("[[1, 2], [3, 4]]").matrix.rows // 2
 */
export function parseJsonMatrix(text: string, options: ReadOptions = {}): ParsedMatrix {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const source = new JsonSource(body, resolveOptions(options, "json"));
  const value = parse(source);
  if (Array.isArray(value)) return matrixFromJsonRows(value, source);
  if (isRecord(value) && Array.isArray(value["classes"]))
    return matrixFromJsonClasses(value["classes"], source);
  throw source.error([], "a matrix", jsonKind(value), `write ${jsonForms}`);
}

function parse({ text, options: { name } }: JsonSource): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = findJsonFault(text);
    if (fault === undefined) throw error;
    const remedy = /^(NaN|-?Infinity)/.test(fault.got)
      ? "JSON has no such number, so write null for a missing value"
      : "correct the text";
    throw new ParseError({ source: name, ...fault }, fault.expected, fault.got, remedy);
  }
}
