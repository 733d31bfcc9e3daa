import { ParseError } from "../../src/errors/parse-error.ts";

/** The ParseError that a reader throws, as `LINE:COLUMN` with its message; fails on anything else. */
export function parseErrorOf(read: () => unknown): { place: string; message: string } {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { place: `${error.line}:${error.column}`, message: error.message };
  }
  throw new Error("expected a ParseError, got none");
}
