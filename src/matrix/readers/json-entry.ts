import { ParseError } from "../../errors/parse-error.ts";
import { findJsonValue } from "./json-place.ts";
import type { ResolvedOptions } from "./read-options.ts";

/** The steps from the document to a value: keys and indices from 0. */
export type JsonPath = readonly (string | number)[];

/** A parsed JSON text with what is needed to judge its values. */
export class JsonSource {
  constructor(
    readonly text: string,
    readonly options: ResolvedOptions,
  ) {}

  /** An error about the value at a path, whose place is looked up in the text only now. */
  error(path: JsonPath, expected: string, got: string, remedy: string): ParseError {
    return new ParseError(
      { source: this.options.name, ...findJsonValue(this.text, path) },
      expected,
      got,
      remedy,
    );
  }

  /** Lets a missing value pass if the options do; throws for everything else that is not a finite number. */
  requireMissing(entry: unknown, path: JsonPath): void {
    if (entry === null || entry === undefined) {
      if (this.options.missing === "skip-row") return;
      const got = entry === null ? "null" : `a record without "${path.at(-1)}"`;
      const remedy = 'fill it in, or pass missing: "skip-row" to leave such rows out';
      throw this.error(path, "a number", got, remedy);
    }
    if (typeof entry === "number")
      throw this.error(path, "a number within the range of float64", "a larger one", "correct the number");
    const remedy = "correct the entry, or choose the columns of numbers with the option columns";
    throw this.error(path, "a number", jsonKind(entry), remedy);
  }
}

/** Whether a JSON value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON value in words. */
export function jsonKind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? `the text ${JSON.stringify(value.slice(0, 60))}` : `${value}`;
}

/** The forms that a matrix can have in JSON. */
export const jsonForms =
  "rows as arrays [[1, 2], [3, 4]], records [{…}, …], numbers [1, 2] for one column, or { classes: [{ count, row }, …] }";
